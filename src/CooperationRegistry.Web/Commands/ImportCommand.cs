using System.CommandLine;
using CooperationRegistry.Domain;

namespace CooperationRegistry.Web.Commands;

internal sealed class ImportCommand : StoreCommand
{
    private readonly Argument<FileInfo> _file = new("FILE") { Description = "CSV, an Excel workbook, or JSON Lines." };
    private readonly Option<string?> _record = new("--record") { Description = "What the lines of a list are; without it the columns tell.", HelpName = "NOUN" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Says what each line would do, and changes nothing." };
    private readonly Option<bool> _likenesses = new("--accept-likenesses") { Description = "Imports lines, too, that look like records of the registry." };

    public ImportCommand()
        : base("import", "Publishes the lines of a file that are right, and says what is wrong with the others.")
    {
        _record.AcceptOnlyFromAmong([.. Enum.GetValues<RecordKind>().Select(ContentJson.Name)]);
        Add(_file);
        Add(_record);
        Add(_dryRun);
        Add(_likenesses);
    }

    protected override Task RunAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetRequiredValue(_file);
        if (!file.Exists)
            throw new CommandRefusedException($"{file} does not exist.");
        RecordKind? kind = parsed.GetValue(_record) is { } name ? Enum.Parse<RecordKind>(name, ignoreCase: true) : null;
        return StoreWork.ImportAsync(services, file, kind, parsed.GetValue(_dryRun), parsed.GetValue(_likenesses), cancellationToken);
    }
}
