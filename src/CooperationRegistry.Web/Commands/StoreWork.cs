using System.Globalization;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Data.Importing;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Data;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Auth;
using CooperationRegistry.Web.Components.Admin.Audit;
using CooperationRegistry.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Commands;

/// <summary>What the verbs ask of the store: the one place where commands meet the data layer.</summary>
internal static class StoreWork
{
    public static async Task MigrateAsync(string ownerConnectionString, CancellationToken cancellationToken)
    {
        await using var db = new RegistryDbContext(DatabaseSetup.Options(ownerConnectionString));
        var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        // What lists and search read is made from the records. A version that makes it differently has a migration that empties the table.
        if (pending.Any() && await db.Revisions.AnyAsync(cancellationToken) && !await db.AgreementListings.AnyAsync(cancellationToken))
            await AgreementListings.ReindexAsync(db, TimeProvider.System.GetUtcNow(), cancellationToken);
    }

    public static async Task<IReadOnlyList<string>> PendingMigrationsAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await OpenAsync(services, cancellationToken);
        return [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
    }

    public static async Task LoadSampleIntoEmptyAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await OpenAsync(services, cancellationToken);
        if (await db.Revisions.AnyAsync(cancellationToken))
            return;
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "sample"), "*.jsonl");
        var count = await services.GetRequiredService<RecordFiles>().LoadAsync(files, "sample registry", cancellationToken);
        Console.WriteLine($"Loaded the sample registry: {count} records.");
    }

    public static async Task LoadAsync(IServiceProvider services, IReadOnlyList<FileInfo> files, CancellationToken cancellationToken)
    {
        try
        {
            var count = await services.GetRequiredService<RecordFiles>().LoadAsync([.. files.Select(f => f.FullName)], "registry load", cancellationToken);
            Console.WriteLine($"{count} records published.");
        }
        catch (FileRefusedException refused)
        {
            throw new CommandRefusedException([refused.Message, .. refused.Problems.Select(p => p.ToString())]);
        }
    }

    /// <summary>Publishes the lines that are right. Refused lines are told on standard error, and make the command end with 1.</summary>
    public static async Task ImportAsync(IServiceProvider services, FileInfo file, RecordKind? kind, bool isDryRun, bool acceptsLikenesses, CancellationToken cancellationToken)
    {
        var (desk, work) = (services.GetRequiredService<ImportDesk>(), services.GetRequiredService<ImportWork>());
        var actor = new Actor(Guid.Empty, "registry import", CanReview: true, IsAdministrator: true);
        try
        {
            Import import;
            await using (var content = file.OpenRead())
                import = await desk.ReceiveAsync(content, file.Name, kind, acceptsLikenesses, actor, cancellationToken);
            // Nobody is there to be asked what a column means.
            if (import.State == ImportState.Received)
            {
                await desk.CancelAsync(import.Id, actor, cancellationToken);
                throw new RefusedException(import.Kind is not { } noun
                    ? [Problem.At("kind", Rule.Required)]
                    : [.. ColumnNames.Doubtful(noun, import.Header).Select(name => Problem.At(name, Rule.UnknownColumn, null, string.Join(", ", ListTable.Of(noun).Columns.Select(c => c.Name))))]);
            }
            import = await FinishAsync(ImportState.Checking);
            if (import.FaultProblem() is { } fault)
                throw new CommandRefusedException(fault.ToString());
            Console.WriteLine($"{import.NewCount} new, {import.ChangedCount} changed, {import.SameCount} the same, {import.RefusedCount} refused.");
            if (isDryRun || import.NewCount + import.ChangedCount == 0)
            {
                await desk.CancelAsync(import.Id, actor, cancellationToken);
            }
            else
            {
                await desk.PublishAsync(import.Id, actor, null, cancellationToken);
                import = await FinishAsync(ImportState.Publishing);
                Console.WriteLine($"{import.PublishedCount} records published.");
            }
            if (import.RefusedCount > 0)
                throw new CommandRefusedException([.. await desk.RefusedAsync(import.Id, cancellationToken).Select(l => $"{file.Name}:{l.Number} {l.Reason(CultureInfo.InvariantCulture)}").ToListAsync(cancellationToken)]);

            async Task<Import> FinishAsync(ImportState state)
            {
                Import? now;
                while ((now = await desk.FindAsync(import.Id, actor, cancellationToken))!.State == state)
                {
                    // A running server on the same database may have taken it up.
                    if (!await work.RunAsync(cancellationToken))
                        await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
                }
                return now;
            }
        }
        catch (RefusedException refused)
        {
            throw new CommandRefusedException([.. refused.Problems.Select(p => p.ToString())]);
        }
    }

    /// <summary>Whole or not at all: the file takes its name when it is complete.</summary>
    public static async Task ExportAsync(IServiceProvider services, FileInfo file, CancellationToken cancellationToken)
    {
        var partial = file.FullName + ".partial";
        int count;
        await using (var destination = File.Create(partial))
            count = await services.GetRequiredService<RecordFiles>().ExportAsync(destination, cancellationToken);
        File.Move(partial, file.FullName, overwrite: true);
        Console.WriteLine($"{count} records written to {file}.");
    }

    public static async Task ReindexAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await OpenAsync(services, cancellationToken);
        var count = await AgreementListings.ReindexAsync(db, services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);
        Console.WriteLine($"{count} agreements listed anew.");
    }

    /// <summary>The path of the first administrator's set-up page with its one-time code; null once there is an administrator.</summary>
    public static Task<string?> SetUpPathAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<SetUpLink>().RenewAsync(cancellationToken);

    /// <summary>Makes the account; the answer is what the administrator hands to its owner.</summary>
    public static async Task<string> AddUserAsync(IServiceProvider services, string email, string role, CancellationToken cancellationToken)
    {
        try
        {
            var path = await services.GetRequiredService<UserAdmin>().AddAsync(email, Enum.Parse<RoleName>(role), "registry user add", cancellationToken);
            var site = services.GetRequiredService<RegistryOptions>().PublicUrl?.TrimEnd('/') ?? "http://localhost:5080";
            return path is null
                ? $"{email} is {role} now."
                : $"{email} is {role}. This link sets the password; it works once, for seven days:{Environment.NewLine}{site}{path}";
        }
        catch (DeskException refused)
        {
            throw new CommandRefusedException(refused.Sentence);
        }
    }

    public static async Task VerifyAuditAsync(IServiceProvider services, KeptHead? kept, CancellationToken cancellationToken)
    {
        await using var db = await OpenAsync(services, cancellationToken);
        var report = await new AuditVerification(db) { Kept = kept }.RunAsync(cancellationToken);
        var sentences = services.GetRequiredService<AuditSentences>();
        if (report.Faults.Count > 0)
            throw new CommandRefusedException([.. report.Faults.Select(sentences.Of)]);
        Console.WriteLine(sentences.Whole(report));
        Console.WriteLine(sentences.Head(report));
    }

    private static Task<RegistryDbContext> OpenAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<IDbContextFactory<RegistryDbContext>>().CreateDbContextAsync(cancellationToken);
}
