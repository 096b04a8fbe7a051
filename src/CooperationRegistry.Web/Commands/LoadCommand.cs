using System.CommandLine;

namespace CooperationRegistry.Web.Commands;

internal sealed class LoadCommand : StoreCommand
{
    private readonly Argument<FileInfo[]> _files = new("FILE")
    {
        Description = "JSON Lines, one record each, in any order.",
        Arity = ArgumentArity.OneOrMore,
    };

    public LoadCommand()
        : base("load", "Publishes the records of the files: all of them, or none where one is refused.") => Add(_files);

    protected override Task RunAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        var files = parsed.GetRequiredValue(_files);
        var missing = files.Where(file => !file.Exists).Select(file => $"{file} does not exist.").ToList();
        return missing.Count > 0 ? throw new CommandRefusedException(missing) : StoreWork.LoadAsync(services, files, cancellationToken);
    }
}
