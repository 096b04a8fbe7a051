using System.CommandLine;

namespace CooperationRegistry.Web.Commands;

/// <summary>A verb that works on the records: it finds the database, uses the running server's cluster or starts it, and ends.</summary>
internal abstract class StoreCommand : Command
{
    protected StoreCommand(string name, string description)
        : base(name, description) => SetAction(InvokeAsync);

    protected abstract Task RunAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken);

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var builder = RegistryHost.CreateBuilder(parsed, quiet: true);
        await using var database = await RegistryDatabase.OpenAsync(builder, cancellationToken);
        await using var app = RegistryApp.Build(builder);
        await using var scope = app.Services.CreateAsyncScope();
        await RunAsync(scope.ServiceProvider, parsed, cancellationToken);
        return 0;
    }
}
