using System.CommandLine;

namespace CooperationRegistry.Web.Commands;

internal sealed class UserAddCommand : StoreCommand
{
    private readonly Argument<string> _email = new("EMAIL") { Description = "The address to sign in with." };

    private readonly Option<string> _role = new Option<string>("--role")
    {
        Description = "Editor, Reviewer or Administrator.",
        Required = true,
    }.AcceptOnlyFromAmong("Editor", "Reviewer", "Administrator");

    public UserAddCommand()
        : base("add", "Makes an account and prints how its owner sets a password.")
    {
        Add(_email);
        Add(_role);
    }

    protected override async Task RunAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken) =>
        Console.WriteLine(await StoreWork.AddUserAsync(
            services, parsed.GetRequiredValue(_email), parsed.GetRequiredValue(_role), cancellationToken));
}
