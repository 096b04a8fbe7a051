using System.Net;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests.Feeds;

/// <summary>The sample registry, agreements with every kind of due date and term, and texts that no line and no element takes as they are.</summary>
public sealed class FeedSite(TestCluster cluster) : SampleSite(cluster)
{
    /// <summary>Stands where the database got control characters, which the check of today refuses.</summary>
    private const string Control = "CONTROL";

    public const string Dated = "CR-000101";
    public const string Months = "CR-000102";
    public const string Announced = "CR-000103";
    public const string Automatic = "CR-000104";
    public const string Changed = "CR-000105";
    public const int FirstHostile = 201;

    public static IReadOnlyList<string> Hostile { get; } =
    [
        "Comma, semicolon; backslash \\ colon: \"quote\" 'other'",
        "\\n \\N \\, \\; \\\\ ends with one \\",
        "<b>&amp;</b> ]]> <!-- --> <?xml?> &#0;",
        "Line\nfeed\r\nboth\rreturn\ttab",
        "BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\nEND:VCALENDAR",
        string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦🌱", 30)),
        string.Concat(Enumerable.Repeat("大同市，", 120)),
        string.Concat(Enumerable.Repeat("é\u0301ß", 160)),
        "Beyond XML: \uFFFF; separators: \u2028\u2029 \u00A0\uFEFF",
        $"Old records: {Control} end",
        new string(',', 500),
    ];

    public static string Clean(string text) =>
        text.Replace(Control, "", StringComparison.Ordinal).Replace("\uFFFF", "", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Time.Advance(TimeSpan.FromDays(1.01));
        await LoadAsync(
            TestData.Line(Dated, DatedOne()),
            TestData.Line(Months, Of("Three years", a => (a.Term, a.Events[0].Date) = (new Term { Months = 36, Renewal = Renewal.ByAgreement }, new EdtfDate("2024-02-29")))),
            TestData.Line(Announced, Of("Not signed yet", a => (a.Commitments, a.Events) = ([Due("c1", "To be promised", "2031")], [TestData.Event("e1", EventKind.Announced, "2026-01")]))),
            TestData.Line(Automatic, Of("Goes on", a => a.Term = new Term { End = new EdtfDate("2027"), Renewal = Renewal.Automatic })),
            TestData.Line(Changed, Of("Will change", a => a.Commitments = [Due("c1", "To be moved", "2032-05-06")])));
        Time.Advance(TimeSpan.FromSeconds(1.000001));
        await LoadAsync([.. Hostile.Select((text, i) => TestData.Line($"CR-{FirstHostile + i:D6}", HostileOne(text)))]);
        await using var db = OpenAsOwner();
        await db.Database.ExecuteSqlAsync($"UPDATE agreements SET title = replace(title::text, {Control}, '\\u0001\\u001b\\u0085')::jsonb, commitments = replace(commitments::text, {Control}, '\\u0001\\u007f')::jsonb");
    }

    /// <summary>Of a city of its own, which a filter can name.</summary>
    public static AgreementContent Of(string title, Action<AgreementContent> change)
    {
        var agreement = TestData.Agreement(title, TestData.CityParty("p1", "cn-datong"), TestData.PartnerParty("p2", "catl"));
        change(agreement);
        return agreement;
    }

    public static Commitment Due(string key, string text, string? date, Outcome outcome = Outcome.Open, params string[] by) =>
        new() { Key = key, Text = LocalizedText.En(text), Due = date is null ? null : new EdtfDate(date), Outcome = outcome, PromisedBy = [.. by] };

    public async Task<HttpResponseMessage> AskAsync(string address, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.RelativeOrAbsolute));
        with?.Invoke(request);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<byte[]> BytesAsync(string address, string type)
    {
        using var response = await AskAsync(address);
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType?.ToString()));
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static AgreementContent DatedOne() =>
        Of(
            "All its dates",
            a =>
            {
                a.Title["zh-Hans"] = "各种日期";
                a.Summary = LocalizedText.En("What it says.");
                a.Sectors = ["wind", "energyStorage"];
                a.Term = new Term { End = new EdtfDate("2027-06") };
                a.Commitments =
                [
                    Due("c1", "Build a park", "2025", Outcome.Open, "p1"),
                    Due("c2", "Pay", "2025-03-15", Outcome.Met, "p1", "p2"),
                    Due("c3", "No year", "XXXX-10-19"),
                    Due("c4", "Goes on", "2012/.."),
                    Due("c5", "Until then", "../2030"),
                    Due("c6", "Given up", "2026-02", Outcome.Dropped),
                    Due("c7", "No date", null),
                    Due("c8", "The last year", "9999"),
                    Due("c9", "The twenties, about", "202X"),
                ];
            });

    private static AgreementContent HostileOne(string text) =>
        Of(
            text,
            a =>
            {
                a.Summary = LocalizedText.En(text + new string('x', 4000) + string.Concat(Enumerable.Repeat("🌱", 500)));
                a.Commitments = [Due("c1", text + string.Concat(Enumerable.Repeat("大,", 700)), "2030"), Due("c2", text, "2030-12-31")];
            });
}
