using CooperationRegistry.Data;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests;

/// <summary>The owner of the database can change the audit log, but not without its being seen.</summary>
public sealed class AuditTests(RegistrySite site) : IClassFixture<RegistrySite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Statements on a chain of six entries, and what is said of each.</summary>
    public static TheoryData<string, string[]> Forgeries { get; } = new()
    {
        { "UPDATE audit_entries SET actor = 'Mallory' WHERE number = 3", ["Entry 3 was changed."] },
        { "UPDATE audit_entries SET at = at + interval '1 microsecond' WHERE number = 3", ["Entry 3 was changed."] },
        { "UPDATE audit_entries SET action = subject, subject = action WHERE number = 3", ["Entry 3 was changed."] },
        { "UPDATE audit_entries SET details = NULL WHERE number = 3", ["Entry 3 was changed."] },
        { "UPDATE audit_entries SET details = '' WHERE number = 4", ["Entry 4 was changed."] },
        { "UPDATE audit_entries SET hash = repeat('a', 64) WHERE number = 3", ["Entry 3 was changed.", "Entry 4 does not follow the entry before it."] },
        { "UPDATE audit_entries SET previous_hash = repeat('a', 64) WHERE number = 3", ["Entry 3 does not follow the entry before it.", "Entry 3 was changed."] },
        { "DELETE FROM audit_entries WHERE number = 3", ["Entry 3 is missing."] },
        { "DELETE FROM audit_entries WHERE number IN (1, 2)", ["Entries 1 to 2 are missing."] },
        { "UPDATE audit_entries SET number = 30 WHERE number = 6", ["Entries 6 to 29 are missing.", "Entry 30 was changed."] },
        { "INSERT INTO audit_entries SELECT 7, at, actor, action, subject, details, hash, repeat('b', 64) FROM audit_entries WHERE number = 6", ["Entry 7 was changed."] },
        { "INSERT INTO audit_entries SELECT 7, at, actor, action, subject, details, repeat('c', 64), hash FROM audit_entries WHERE number = 6", ["Entry 7 does not follow the entry before it.", "Entry 7 was changed."] },
        { "UPDATE audit_entries SET number = CASE number WHEN 3 THEN -4 ELSE -3 END WHERE number IN (3, 4); UPDATE audit_entries SET number = -number WHERE number < 0", ["Entry 3 does not follow the entry before it.", "Entry 3 was changed.", "Entry 4 does not follow the entry before it.", "Entry 4 was changed.", "Entry 5 does not follow the entry before it."] },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Verify_names_the_entry_that_was_touched(string sql, string[] faults)
    {
        await using var db = site.OpenAsOwner();
        await db.Database.ExecuteSqlAsync($"ALTER TABLE audit_entries DROP CONSTRAINT IF EXISTS ck_audit_entries_number", Token);
        // Rolled back, so that the next forgery meets a whole chain again.
        await using var transaction = await db.Database.BeginTransactionAsync(Token);
        await ChainAsync(db);
        Assert.Empty(await AuditLog.VerifyAsync(db, Token));

#pragma warning disable EF1002 // The statements above.
        await db.Database.ExecuteSqlRawAsync(sql, Token);
#pragma warning restore EF1002

        Assert.Equal(faults, await AuditLog.VerifyAsync(db, Token));
    }

    [Fact]
    public async Task Append_outside_a_transaction_is_refused()
    {
        await using var db = await site.OpenAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => AuditLog.AppendAsync(db, site.Time.GetUtcNow(), "Edith", [new AuditLine("account.added", "x")], Token));
    }

    private async Task ChainAsync(RegistryDbContext db)
    {
        for (var i = 1; i <= 6; i++)
            await AuditLog.AppendAsync(db, site.Time.GetUtcNow().AddTicks(i), "Edith", [new AuditLine("record.published", $"catl r{i}", i % 2 == 0 ? null : "Checked.")], Token);
    }
}
