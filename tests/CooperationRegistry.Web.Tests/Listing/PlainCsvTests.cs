using System.Globalization;
using System.Text;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests.Listing;

/// <summary>The fast way from the table to the reader writes, byte for byte, what a slow and plain one writes.</summary>
public sealed class PlainCsvTests(CrowdedSite site) : IClassFixture<CrowdedSite>
{
    private static readonly string[] Awkward =
    [
        "=1+1", "+49", "-x", "@name", "\tindented", "\rreturned", "'quoted'", "say \"so\"", "\"", "a,b", "a;b", "two\nlines", "two\r\nlines", "trailing ", " leading", "\\N", "\\.", "NULL", "",
        "大同市、“引号”", "🌬️ wind", "e\u0301", "\u200fright to left", "{a,b}", "%s", "\\", "a\\nb",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("sort=title&status=signed&year=2017&year=unknown")]
    [InlineData("sort=-updated&country=DE")]
    public async Task Csv_is_what_a_plain_writer_writes(string query)
    {
        await using var db = await site.OpenAsync();
        var random = new Random(site.Seed);
        foreach (var id in await db.AgreementListings.Select(l => l.AgreementId).OrderBy(id => id).Take(200).ToListAsync(Token))
        {
            var (one, two, three) = (Any(random), Any(random), Any(random));
            List<string> several = [two, three, one];
            await db.AgreementListings.Where(l => l.AgreementId == id).ExecuteUpdateAsync(
                set => set.SetProperty(l => l.Title, one).SetProperty(l => l.TitleZh, two).SetProperty(l => l.Summary, three).SetProperty(l => l.Place, two).SetProperty(l => l.Commitments, several).SetProperty(l => l.Sources, several),
                Token);
        }
        var filter = AgreementFilterReader.Read(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)).Filter;
        var rows = InOrder(await db.AgreementListings.AsNoTracking().ToListAsync(Token), filter);

        var written = await site.Client.GetByteArrayAsync(new Uri("/agreements.csv?" + query, UriKind.Relative), Token);

        Assert.True(rows.Count > 50);
        var expected = new StringBuilder(Encoding.UTF8.GetString(written), 0, Encoding.UTF8.GetString(written).IndexOf('\n', StringComparison.Ordinal) + 1, 0);
        Assert.StartsWith("number,title,title_zh,", expected.ToString(), StringComparison.Ordinal);
        foreach (var row in rows)
            expected.Append(string.Join(',', Cells(row).Select(Quoted))).Append("\r\n");
        var (plain, fast) = (expected.ToString(), Encoding.UTF8.GetString(written));
        var at = plain.Zip(fast).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(plain == fast, $"TEST_SEED={site.Seed}, from character {at} on: {Around(plain, at)} is expected, not {Around(fast, at)}");
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)];

    private IEnumerable<string?> Cells(AgreementListing l) =>
    [
        l.AgreementId, Guarded(l.Title), Guarded(l.TitleZh), ContentJson.Name(l.Kind), ContentJson.Name(l.Status), ContentJson.Name(l.Evidence),
        Guarded(l.SignedOn), Day(l.SignedEarliest), Day(l.SignedLatest), Guarded(l.Place),
        Guarded(Joined(l.Cities)), Joined(l.CityIds), Joined(l.Countries), Guarded(Joined(l.Partners)), Joined(l.PartnerIds), Joined(l.PartnerKinds.Select(ContentJson.Name)),
        Guarded(Joined(l.Signatories)), Joined(l.Sectors), Guarded(Joined(l.Commitments)), Guarded(Joined(l.Amounts)), Guarded(Joined(l.Quantities)),
        Joined(l.Projects), Joined(l.Relations), Guarded(l.Summary), Guarded(Joined(l.Sources)), Joined(l.SourceUrls),
        l.PublishedAt.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture), l.Revision.ToString(CultureInfo.InvariantCulture),
        $"{site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}/agreements/{l.AgreementId}",
    ];

    // Of the three filters above.
    private static List<AgreementListing> InOrder(IEnumerable<AgreementListing> rows, AgreementFilter filter)
    {
        var matching = rows.Where(l =>
            (filter.Country.Count == 0 || l.Countries.Intersect(filter.Country).Any())
            && (filter.Status.Count == 0 || filter.Status.Contains(l.Status))
            && (filter.Year.Count == 0 || l.SignedYears.DefaultIfEmpty(AgreementFilter.UnknownYear).Intersect(filter.Year).Any()));
        return
        [
            .. filter.Sort switch
            {
                AgreementSort.Title => matching.OrderBy(l => Encoding.UTF8.GetBytes(l.Title), Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))).ThenBy(l => l.Number),
                AgreementSort.NewestUpdated => matching.OrderByDescending(l => l.PublishedAt).ThenByDescending(l => l.Number),
                _ => matching.OrderBy(l => l.SignedSort is null).ThenByDescending(l => l.SignedSort).ThenByDescending(l => l.Number),
            },
        ];
    }

    private static string Any(Random random) => Awkward[random.Next(Awkward.Length)];

    private static string Joined(IEnumerable<string> several) => string.Join("; ", several);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Guarded(string? text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;

    // What is not known is empty; a text without letters, or a list without items, is quoted.
    private static string Quoted(string? cell) => cell is null ? "" : cell.Length == 0 || cell.IndexOfAny(['"', ',', '\r', '\n']) >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
