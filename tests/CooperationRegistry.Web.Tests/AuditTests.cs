using CooperationRegistry.Data;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Web.Components.Admin.Audit;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>The owner of the database can change the audit log, but not without its being seen.</summary>
public sealed class AuditTests(RegistrySite site) : IClassFixture<RegistrySite>
{
    private const string Inserted = "does not follow the entry before it: one was put in, taken out or moved there.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Statements on a chain of six entries, and what is said of each.</summary>
    public static TheoryData<string, string[]> Forgeries { get; } = new()
    {
        { "UPDATE audit_entries SET actor = 'Mallory' WHERE number = 3", ["Entry 3 was changed."] },
        { "UPDATE audit_entries SET at = at + interval '1 microsecond' WHERE number = 3", ["Entry 3 was changed."] },
        { "UPDATE audit_entries SET action = subject, subject = action WHERE number = 3", ["Entry 3 was changed."] },
        { "UPDATE audit_entries SET details = NULL WHERE number = 3", ["Entry 3 was changed."] },
        { "UPDATE audit_entries SET details = '' WHERE number = 4", ["Entry 4 was changed."] },
        { "UPDATE audit_entries SET hash = repeat('a', 64) WHERE number = 3", ["Entry 3 was changed.", $"Entry 4 {Inserted}"] },
        { "UPDATE audit_entries SET hash = repeat('a', 64) WHERE number = 6", ["Entry 6 was changed.", "Entry 6, the last one, is not the one that the registry wrote last."] },
        { "UPDATE audit_entries SET previous_hash = repeat('a', 64) WHERE number = 3", [$"Entry 3 {Inserted}", "Entry 3 was changed."] },
        { "DELETE FROM audit_entries WHERE number = 1", ["Entry 1 is missing."] },
        { "DELETE FROM audit_entries WHERE number = 3", ["Entry 3 is missing."] },
        { "DELETE FROM audit_entries WHERE number IN (1, 2)", ["Entries 1 to 2 are missing."] },
        { "DELETE FROM audit_entries WHERE number = 6", ["Entry 6 is missing at the end of the log."] },
        { "DELETE FROM audit_entries WHERE number > 4", ["Entries 5 to 6 are missing at the end of the log."] },
        { "DELETE FROM audit_entries", ["Entries 1 to 6 are missing at the end of the log."] },
        { "TRUNCATE audit_entries", ["Entries 1 to 6 are missing at the end of the log."] },
        { "DELETE FROM audit_head", ["The note of where the log ends is gone; the last entry there is has the number 6."] },
        { "UPDATE audit_entries SET number = 30 WHERE number = 6", ["Entries 6 to 29 are missing.", "Entry 30 was changed.", "Entries 7 to 30 were put at the end of the log by something else than the registry."] },
        { "INSERT INTO audit_entries SELECT 7, at, actor, action, subject, details, hash, repeat('b', 64) FROM audit_entries WHERE number = 6", ["Entry 7 was changed.", "Entry 7 was put at the end of the log by something else than the registry."] },
        { "INSERT INTO audit_entries SELECT 7, at, actor, action, subject, details, repeat('c', 64), hash FROM audit_entries WHERE number = 6", [$"Entry 7 {Inserted}", "Entry 7 was changed.", "Entry 7 was put at the end of the log by something else than the registry."] },
        { "UPDATE audit_entries SET number = CASE number WHEN 3 THEN -4 ELSE -3 END WHERE number IN (3, 4); UPDATE audit_entries SET number = -number WHERE number < 0", [$"Entry 3 {Inserted}", "Entry 3 was changed.", $"Entry 4 {Inserted}", "Entry 4 was changed.", $"Entry 5 {Inserted}"] },
        { "UPDATE audit_entries SET number = -number - 1 WHERE number > 3; UPDATE audit_entries SET number = -number WHERE number < 0; INSERT INTO audit_entries SELECT 4, at, actor, action, subject, details, repeat('e', 64), repeat('d', 64) FROM audit_entries WHERE number = 3", [$"Entry 4 {Inserted}", "Entry 4 was changed.", $"Entry 5 {Inserted}", "Entry 5 was changed.", "Entry 6 was changed.", "Entry 7 was changed.", "Entry 7 was put at the end of the log by something else than the registry."] },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Verify_names_the_entry_that_was_touched(string sql, string[] faults)
    {
        await using var db = site.OpenAsOwner();
        await db.Database.ExecuteSqlAsync($"ALTER TABLE audit_entries DROP CONSTRAINT IF EXISTS ck_audit_entries_number", Token);
        // Rolled back, so that the next forgery meets a whole chain again.
        await using var transaction = await db.Database.BeginTransactionAsync(Token);
        await ChainAsync(db, 6);
        Assert.Empty(await SaidAsync(db));

        await RunAsync(db, sql);

        Assert.Equal(faults, await SaidAsync(db));
    }

    [Fact]
    public async Task Verify_with_an_end_kept_earlier_finds_a_log_that_was_written_anew()
    {
        await using var db = site.OpenAsOwner();
        await using var transaction = await db.Database.BeginTransactionAsync(Token);
        await ChainAsync(db, 4);
        var kept = (await new AuditVerification(db).RunAsync(Token)).Head;
        await ChainAsync(db, 2);
        Assert.Empty(await SaidAsync(db, kept));

        await RunAsync(db, $"DELETE FROM audit_entries; UPDATE audit_head SET number = 0, hash = repeat('0', 64)");
        await ChainAsync(db, 5, by: "Mallory");

        Assert.Empty(await SaidAsync(db));
        Assert.Equal(["Entry 4 is not the one that the end given stands for: the log was written anew."], await SaidAsync(db, kept));
        Assert.Equal(["The end given has the number 9, but the log ends at 5."], await SaidAsync(db, kept with { Number = 9 }));
    }

    [Fact]
    public async Task Append_after_entries_were_taken_off_the_end_leaves_the_gap_to_be_seen()
    {
        await using var db = site.OpenAsOwner();
        await using var transaction = await db.Database.BeginTransactionAsync(Token);
        await ChainAsync(db, 4);
        await RunAsync(db, "DELETE FROM audit_entries WHERE number > 2");

        await ChainAsync(db, 1);

        Assert.Equal(["Entries 3 to 4 are missing."], await SaidAsync(db));
    }

    [Fact]
    public async Task Append_outside_a_transaction_is_refused()
    {
        await using var db = await site.OpenAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => AuditLog.AppendAsync(db, site.Time.GetUtcNow(), "Edith", [new AuditLine("account.added", "x")], Token));
    }

    private async Task<List<string>> SaidAsync(RegistryDbContext db, KeptHead? kept = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var sentences = scope.ServiceProvider.GetRequiredService<AuditSentences>();
        return [.. (await new AuditVerification(db) { Kept = kept }.RunAsync(Token)).Faults.Select(sentences.Of)];
    }

    private async Task ChainAsync(RegistryDbContext db, int length, string by = "Edith")
    {
        for (var i = 1; i <= length; i++)
            await AuditLog.AppendAsync(db, site.Time.GetUtcNow().AddTicks(i), by, [new AuditLine("proposal.submitted", $"proposal {i}", i % 2 == 0 ? null : "Checked.")], Token);
        db.ChangeTracker.Clear();
    }

    private static async Task RunAsync(RegistryDbContext db, string sql)
    {
#pragma warning disable EF1002 // The statements above.
        await db.Database.ExecuteSqlRawAsync(sql, Token);
#pragma warning restore EF1002
    }
}
