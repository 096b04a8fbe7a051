using System.CommandLine;
using CooperationRegistry.Data.Reviewing;

namespace CooperationRegistry.Web.Commands;

internal sealed class AuditVerifyCommand : StoreCommand
{
    private readonly Option<string?> _head = new("--head")
    {
        Description = "An end of the log that was printed earlier, to see that all up to it is still there.",
        HelpName = "NUMBER:HASH",
    };

    public AuditVerifyCommand()
        : base("verify", "Checks that no entry of the audit log and no revision was changed, removed or added; prints where the log ends.")
    {
        _head.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>() is { } text && KeptHead.Read(text) is null)
                given.AddError($"--head takes what this command printed, a number, a colon and 64 hexadecimal digits; not '{text}'.");
        });
        Add(_head);
    }

    protected override Task RunAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken) =>
        StoreWork.VerifyAuditAsync(services, parsed.GetValue(_head) is { } kept ? KeptHead.Read(kept) : null, cancellationToken);
}
