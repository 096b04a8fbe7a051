using System.CommandLine;

namespace CooperationRegistry.Web.Commands;

internal sealed class AuditVerifyCommand() : StoreCommand("verify", "Checks that no entry of the audit log was changed or removed.")
{
    protected override Task RunAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken) =>
        StoreWork.VerifyAuditAsync(services, cancellationToken);
}
