using System.Globalization;
using CooperationRegistry.Data.Importing;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests.Importing;

/// <summary>
/// Bad lines, a case each: what stands in the line, and which rule refuses it in which column. A case is one line of a file among good ones,
/// which are imported all the same.
/// </summary>
public sealed class BadLineTests(BadLineTests.Site site) : IClassFixture<BadLineTests.Site>
{
    public static TheoryData<string> Cases => new(BadLines.All.Select(c => c.Name));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void There_are_cases_enough() => Assert.True(BadLines.All.Count >= 150, $"{BadLines.All.Count} cases");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Line_is_refused_with_its_number_column_value_and_mend(string name)
    {
        var bad = BadLines.All.Single(c => c.Name == name);
        var before = await site.CountsAsync();
        var import = await site.Imports.CheckAsync(bad.File(), bad.Kind, acceptsLikenesses: true);
        Assert.True(import.State == ImportState.Checked, $"{import.State} {import.FaultProblem()}");
        var refused = await site.Imports.LinesAsync(import, ImportOutcome.Refused);
        Assert.Equal(bad.Refused, refused.Count);
        var line = refused[0];
        Assert.Equal(bad.Line, line.Number);
        Assert.Contains(line.Problems(), p => (p.Rule, p.Path) == (bad.Rule, bad.Column));
        Assert.All(line.Problems(), p => Assert.True(p.Sentence(CultureInfo.InvariantCulture).Length > 0 && p.Mend(CultureInfo.GetCultureInfo("zh-Hans")).Length > 0));
        Assert.Equal(bad.Good, import.NewCount + import.ChangedCount + import.SameCount);
        Assert.Null(line.Content);
        Assert.Equal(before, await site.CountsAsync());
    }

    public sealed class Site(TestCluster cluster) : SampleSite(cluster)
    {
        public ImportOffice Imports { get; private set; } = null!;

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Imports = await ImportOffice.OpenAsync(this);
        }

        public async Task<(int Records, int Revisions)> CountsAsync()
        {
            await using var db = await OpenAsync();
            return (await db.Agreements.CountAsync(Token) + await db.Cities.CountAsync(Token) + await db.Sources.CountAsync(Token) + await db.Partners.CountAsync(Token), await db.Revisions.CountAsync(Token));
        }
    }
}
