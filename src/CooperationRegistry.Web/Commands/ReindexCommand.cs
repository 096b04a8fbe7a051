using System.CommandLine;

namespace CooperationRegistry.Web.Commands;

internal sealed class ReindexCommand() : StoreCommand("reindex", "Rebuilds the table that lists and search read.")
{
    protected override Task RunAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken) =>
        StoreWork.ReindexAsync(services, cancellationToken);
}
