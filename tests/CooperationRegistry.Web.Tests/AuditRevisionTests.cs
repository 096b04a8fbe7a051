using CooperationRegistry.Data;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Web.Components.Admin.Audit;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>The chain of audit entries vouches for the revisions too.</summary>
public sealed class AuditRevisionTests(RegistrySite site) : IClassFixture<RegistrySite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Statements on a partner of two revisions, and what is said of each.</summary>
    [Theory]
    [InlineData("UPDATE revisions SET content = replace(content::text, 'Before', 'After')::json WHERE record_id = 'forged' AND number = 1", "forged r1 is not as it was published.")]
    [InlineData("UPDATE revisions SET reviewer = 'Mallory' WHERE record_id = 'forged' AND number = 2", "forged r2 is not as it was published.")]
    [InlineData("UPDATE revisions SET note = 'x' WHERE record_id = 'forged' AND number = 2", "forged r2 is not as it was published.")]
    [InlineData("UPDATE revisions SET published_at = published_at - interval '1 day' WHERE record_id = 'forged' AND number = 2", "forged r2 is not as it was published.")]
    [InlineData("DELETE FROM revisions WHERE record_id = 'forged' AND number = 2", "forged r2 was published, but is gone.")]
    [InlineData("INSERT INTO revisions (kind, record_id, number, content, published_at, author, reviewer) SELECT kind, record_id, 3, content, published_at, author, reviewer FROM revisions WHERE record_id = 'forged' AND number = 2", "The log has no entry for the publication of forged r3.")]
    public async Task Verify_names_the_revision_that_was_touched(string sql, string fault)
    {
        await using var db = site.OpenAsOwner();
        if (!await db.Partners.AnyAsync(p => p.Id == "forged", Token))
        {
            await site.LoadAsync(TestData.Line("forged", TestData.Partner("Before")));
            await site.LoadAsync(TestData.Line("forged", TestData.Partner("Later")));
        }
        await using var transaction = await db.Database.BeginTransactionAsync(Token);
        var report = await new AuditVerification(db).RunAsync(Token);
        Assert.Empty(report.Faults);
        Assert.Equal((2, 0), (report.Revisions, report.Unmarked));

        await RunAsync(db, sql);

        Assert.Equal([fault], await SaidAsync(db));
    }

    private async Task<List<string>> SaidAsync(RegistryDbContext db)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var sentences = scope.ServiceProvider.GetRequiredService<AuditSentences>();
        return [.. (await new AuditVerification(db).RunAsync(Token)).Faults.Select(sentences.Of)];
    }

    private static async Task RunAsync(RegistryDbContext db, string sql)
    {
#pragma warning disable EF1002 // The statements above.
        await db.Database.ExecuteSqlRawAsync(sql, Token);
#pragma warning restore EF1002
    }
}
