using System.Net;
using AngleSharp.Dom;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>What was published stays readable: the history of a record, each of its revisions, any two of them compared.</summary>
public sealed class RevisionPageTests(RegistrySite site) : IClassFixture<RegistrySite>, IAsyncLifetime
{
    private RecordLife life = null!;

    public static TheoryData<RecordKind> Kinds => [.. Enum.GetValues<RecordKind>()];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => life = await RecordLife.BeginAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task History_lists_revisions_newest_first_and_compares_any_two(RecordKind kind)
    {
        var id = await life.PublishAsync(kind, "first words", "second words");

        var page = await site.PageAsync(RecordLife.Address(kind, id) + "/history");
        Assert.Equal(["Revision 3", "Revision 2", "Revision 1"], page.QuerySelectorAll(".history tbody th").Select(h => h.TextContent.Trim()));
        var newest = page.QuerySelector(".history tbody tr")!.TextContent;
        Assert.Contains("Entered by Edith", newest, StringComparison.Ordinal);
        Assert.Contains("reviewed by Ravi", newest, StringComparison.Ordinal);
        Assert.Contains("1 thing changed", newest, StringComparison.Ordinal);
        Assert.Contains("UTC", newest, StringComparison.Ordinal);
        Assert.Equal(("2", "3"), (Checked(page, "from"), Checked(page, "to")));
        Assert.Empty(page.QuerySelectorAll(".changes"));

        var compared = await site.PageAsync(RecordLife.Address(kind, id) + "/history?from=1&to=3");
        var change = Assert.Single(compared.QuerySelectorAll(".changes tbody tr"));
        Assert.Contains("second words", change.TextContent, StringComparison.Ordinal);
        Assert.Equal(("1", "3"), (Checked(compared, "from"), Checked(compared, "to")));
        Assert.Contains("They differ in 1 place.", compared.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Earlier_revision_is_read_at_an_address_that_does_not_change(RecordKind kind)
    {
        var id = await life.PublishAsync(kind, "first words", "second words");
        var address = RecordLife.Address(kind, id) + "?revision=2";
        var before = await site.PageAsync(address);
        await life.ChangeAsync(kind, id, "third words");
        var after = await site.PageAsync(address);

        Assert.Contains("Revision 2 of 3", before.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Revision 2 of 4", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before.QuerySelector("article")!.TextContent, after.QuerySelector("article")!.TextContent);
        Assert.Contains("first words", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("third words", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("noindex", after.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.EndsWith(RecordLife.Address(kind, id), after.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(RecordLife.Address(kind, id), after.QuerySelector(".past a")!.GetAttribute("href"));

        var current = await site.PageAsync(RecordLife.Address(kind, id));
        Assert.Null(current.QuerySelector("meta[name=robots]"));
        Assert.NotNull(current.QuerySelector($"article a[href='{RecordLife.Address(kind, id)}/history']"));
    }

    [Theory]
    [InlineData("?revision=9", HttpStatusCode.NotFound, "There is no such page")]
    [InlineData("?revision=0", HttpStatusCode.NotFound, "There is no such page")]
    [InlineData("?revision=first", HttpStatusCode.BadRequest, "“first” cannot be read as a number")]
    [InlineData("?revision=-1", HttpStatusCode.BadRequest, "“-1”")]
    [InlineData("?revision=99999999999", HttpStatusCode.BadRequest, "99999999999")]
    [InlineData("?revision=", HttpStatusCode.BadRequest, "cannot be read")]
    [InlineData("/history?from=1&to=7", HttpStatusCode.BadRequest, "There is no revision 7.")]
    [InlineData("/history?from=x&to=1", HttpStatusCode.BadRequest, "“x” is not the number")]
    [InlineData("/history?from=1", HttpStatusCode.BadRequest, "Choose two revisions below")]
    [InlineData("/history?from=1&to=1", HttpStatusCode.OK, "one and the same revision")]
    public async Task Revision_that_is_not_there_is_said_in_words(string asked, HttpStatusCode status, string words)
    {
        var id = await life.PublishAsync(RecordKind.City);
        using var visitor = new Visitor(site);
        await visitor.OpenAsync(RecordLife.Address(RecordKind.City, id) + asked);
        Assert.Equal(status, visitor.Status);
        Assert.Contains(words, visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("main h1"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task History_of_what_was_never_published_is_404(RecordKind kind)
    {
        using var visitor = new Visitor(site);
        var id = RecordId.IsNumbered(kind) ? (await life.PublishAsync(kind))[..3] + "999999" : "cn-never";
        foreach (var address in new[] { "/history", "?revision=1", "" })
        {
            await visitor.OpenAsync(RecordLife.Address(kind, id) + address);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }
    }

    [Fact]
    public async Task Revision_of_a_merged_record_stays_at_its_old_address()
    {
        var (from, into) = (await life.PublishAsync(RecordKind.Partner, "first words"), await life.PublishAsync(RecordKind.Partner));
        await site.Services.GetRequiredService<MergeDesk>().MergeAsync(RecordKind.Partner, from, into, life.Office.Reviewer, "They are one.", Token);
        using var visitor = new Visitor(site);

        await visitor.OpenAsync($"/partners/{from}");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/partners/{into}"), (visitor.Status, visitor.LeadsTo));
        await visitor.OpenAsync($"/partners/{from}?revision=2");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("first words", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/partners/{into}", visitor.Page.QuerySelector(".past a")!.GetAttribute("href"));
        await visitor.OpenAsync($"/partners/{from}/history");
        Assert.Contains($"This entry was merged into {into}", Line(visitor.Page, 0), StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("a[href*='/edit?revision']"));
        await visitor.OpenAsync($"/partners/{into}/history");
        Assert.Contains($"was merged into this entry; its own history: {from}", Line(visitor.Page, 0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Earlier_revision_names_others_as_they_are_called_now()
    {
        var parent = await life.PublishAsync(RecordKind.Partner);
        var id = (await life.Office.PublishAsync(Child(parent))).Id;
        await life.Office.ChangeAsync<PartnerContent>(parent, p => p.Names[0].Text = "Renamed since");
        await life.Office.ChangeAsync<PartnerContent>(id, p => p.ParentPartner = null);

        var page = await site.PageAsync($"/partners/{id}?revision=1");
        Assert.Contains("Renamed since", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    private PartnerContent Child(string parent)
    {
        var child = (PartnerContent)life.Content(RecordKind.Partner);
        child.ParentPartner = parent;
        return child;
    }

    private static string? Checked(IDocument page, string name) => page.QuerySelector($"input[name={name}][checked]")?.GetAttribute("value");

    private static string Line(IDocument page, int number) => string.Join(' ', page.QuerySelectorAll(".history tbody tr")[number].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
