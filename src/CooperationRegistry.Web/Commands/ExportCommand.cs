using System.CommandLine;

namespace CooperationRegistry.Web.Commands;

internal sealed class ExportCommand : StoreCommand
{
    private readonly Argument<FileInfo> _file = new("FILE") { Description = "Where the JSON Lines go." };

    public ExportCommand()
        : base("export", "Writes every published record.") => Add(_file);

    protected override Task RunAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken) =>
        StoreWork.ExportAsync(services, parsed.GetRequiredValue(_file), cancellationToken);
}
