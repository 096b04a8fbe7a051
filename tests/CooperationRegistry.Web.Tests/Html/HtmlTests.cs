using System.Globalization;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests.Html;

/// <summary>Every public page of the sample registry and every page of an account before signing in is valid HTML, in each language.</summary>
[Trait("Category", "Long")]
public sealed class HtmlTests(SampleSite site) : IClassFixture<SampleSite>
{
    private static readonly string[] Addresses =
    [
        "/", "/agreements", "/agreements?city=cn-datong&status=signed", "/agreements?q=Datong+energy", "/agreements?q=zzzzzz", "/agreements?signedFrom=2025-13-40&status=signd",
        "/cities", "/partners", "/projects", "/capacity", "/capacity?city=cn-changzhi&city=cn-dongying", "/data", "/data/quality", "/api",
        "/agreements/CR-000001/history?from=1&to=1", "/agreements/CR-000001?revision=1", "/agreements/CR-999999", "/nothing",
        "/account/sign-in", "/account/forgotten", "/account/set-up", "/account/set-up?token=unknown", "/account/invitation?token=unknown", "/account/reset?token=unknown",
        "/account/denied",
    ];

    private static readonly string[] Refused = ["/agreements?signedFrom=2025-13-40&status=signd", "/agreements/CR-999999", "/nothing"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_is_valid_html_in_each_language()
    {
        var folder = Directory.CreateTempSubdirectory("html-");
        try
        {
            var pages = new Dictionary<string, string>();
            foreach (var address in (string[])[.. Addresses, .. await RecordAddressesAsync()])
            {
                foreach (var asked in new[] { address, address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + "lang=zh-Hans" })
                {
                    using var response = await site.Client.GetAsync(new Uri(asked, UriKind.Relative), Token);
                    Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
                    Assert.True(response.IsSuccessStatusCode || Refused.Contains(address), $"{asked} answers {(int)response.StatusCode}.");
                    var name = string.Create(CultureInfo.InvariantCulture, $"{pages.Count:0000}.html");
                    pages.Add(name, asked);
                    await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), await response.Content.ReadAsByteArrayAsync(Token), Token);
                }
            }
            var faults = await HtmlChecker.CheckAsync(folder.FullName, Token);
            Assert.True(faults.Count == 0, string.Join('\n', faults.Select(found => $"{pages[found.File]}: {found.Text}")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<List<string>> RecordAddressesAsync()
    {
        await using var db = await site.OpenAsync();
        List<string> records =
        [
            .. (await db.Agreements.Select(r => r.Id).ToListAsync(Token)).Select(id => $"/agreements/{id}"),
            .. (await db.Cities.Select(r => r.Id).ToListAsync(Token)).Select(id => $"/cities/{id}"),
            .. (await db.Partners.Select(r => r.Id).ToListAsync(Token)).Select(id => $"/partners/{id}"),
            .. (await db.Projects.Select(r => r.Id).ToListAsync(Token)).Select(id => $"/projects/{id}"),
            .. (await db.CapacityStats.Select(r => r.Id).ToListAsync(Token)).Select(id => $"/capacity/{id}"),
            .. (await db.Sources.Select(r => r.Id).ToListAsync(Token)).Select(id => $"/sources/{id}"),
        ];
        Assert.NotEmpty(records);
        return [.. records, .. records.Select(address => $"{address}/history")];
    }
}
