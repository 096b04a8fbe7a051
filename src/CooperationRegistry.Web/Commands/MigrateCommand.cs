using System.CommandLine;

namespace CooperationRegistry.Web.Commands;

/// <summary>Not a <see cref="StoreCommand"/>: it alone connects as the database's owner.</summary>
internal sealed class MigrateCommand : Command
{
    public MigrateCommand()
        : base("migrate", "Brings the database to this version's tables.") => SetAction(InvokeAsync);

    private static async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await RegistryDatabase.MigrateAsync(RegistryHost.CreateBuilder(parsed, quiet: true), cancellationToken);
        return 0;
    }
}
