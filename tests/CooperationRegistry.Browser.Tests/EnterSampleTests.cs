using System.Text.RegularExpressions;
using CooperationRegistry.Browser.Tests.Site;
using CooperationRegistry.Data;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Rules;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests;

/// <summary>Each of the five real items is typed from nothing into the forms, published, and exported: the same as the sample, but for ids.</summary>
[Trait("Category", "Long")]
public sealed class EnterSampleTests(Chromium chromium, EmptyRegistry registry) : IClassFixture<Chromium>, IClassFixture<EmptyRegistry>
{
    // The order in which a record can refer to those before it.
    private static readonly RecordKind[] Order = [RecordKind.Source, RecordKind.City, RecordKind.Partner, RecordKind.Agreement, RecordKind.Project, RecordKind.CapacityStat];

    private static readonly Dictionary<RecordKind, string> Folders = new()
    {
        [RecordKind.Source] = "sources",
        [RecordKind.City] = "cities",
        [RecordKind.Partner] = "partners",
        [RecordKind.Agreement] = "agreements",
        [RecordKind.Project] = "projects",
        [RecordKind.CapacityStat] = "capacity",
    };

    [Theory]
    [InlineData("SR-000001", 5)]
    [InlineData("SR-000002", 14)]
    [InlineData("SR-000003", 5)]
    [InlineData("SR-000004", 8)]
    [InlineData("SR-000005", 10)]
    public async Task Item_typed_into_the_forms_is_exported_as_the_sample_has_it(string source, int records)
    {
        var item = Sample.Of(source);
        Assert.Equal(records, item.Count);
        var page = await registry.OpenAsync(chromium);
        page.SetDefaultTimeout(20_000);
        var ids = new Dictionary<string, string>();
        var names = item.ToDictionary(r => r.Id, r => RecordTitles.Of(r.Content, "en"));
        foreach (var (id, content) in item.OrderBy(r => Array.IndexOf(Order, r.Content.Record)).ThenBy(r => r.Content is Domain.Cities.CityContent { ParentCity: not null } or Domain.Partners.PartnerContent { ParentPartner: not null }))
            ids[id] = await EnterAsync(page, Later(content, ids, forward: false), null, ids, names);
        // Two agreements that name each other: the first could not name the second before that was there.
        foreach (var (id, content) in item.Where(r => r.Content is AgreementContent { Relations.Count: > 0 }).Take(1))
            await EnterAsync(page, Later(content, ids, forward: true), ids[id], ids, names);

        var exported = await registry.ExportAsync();
        foreach (var (id, content) in item)
            Assert.Equal(ContentJson.Write(WithIds(content, ids)), ContentJson.Write(exported[ids[id]]));
    }

    private static async Task<string> EnterAsync(IPage page, RecordContent content, string? id, Dictionary<string, string> ids, Dictionary<string, string> names)
    {
        await page.GotoAsync(id is null ? $"/workspace/{Folders[content.Record]}/new" : $"/workspace/{Folders[content.Record]}/{id}/edit");
        await page.Locator("[data-editor]").WaitForAsync();
        var typist = new FormTypist(page, ids, names);
        await typist.TypeAsync(content);
        await page.GetByText(new Regex("^Saved at")).First.WaitForAsync();
        await page.WaitForURLAsync(new Regex(@"draft=\d+"));
        var draft = Regex.Match(page.Url, @"draft=(\d+)").Groups[1].Value;
        await page.Keyboard.PressAsync("Control+Enter");
        var summary = page.Locator("#problems");
        await page.Locator(".notice[role=status]").Or(summary).First.WaitForAsync();
        Assert.False(await summary.CountAsync() > 0, await summary.CountAsync() > 0 ? $"{content.Record}: {await summary.InnerTextAsync()}" : "");
        await page.GotoAsync($"/workspace/review/{draft}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(new Regex("done="));
        return Regex.Match(page.Url, "done=([^&]+)").Groups[1].Value;
    }

    // First without what is not there yet; then that alone.
    private static RecordContent Later(RecordContent content, Dictionary<string, string> ids, bool forward)
    {
        var copy = ContentJson.Copy(content);
        if (copy is not AgreementContent agreement)
            return copy;
        if (forward)
        {
            var citing = agreement.Citations.Find(c => c.Supports.Exists(IsRelation))!;
            citing.Supports.RemoveAll(s => !IsRelation(s));
            return new AgreementContent { Title = agreement.Title, Evidence = agreement.Evidence, Kind = agreement.Kind, Relations = agreement.Relations, Citations = [citing] };
        }
        foreach (var gone in agreement.Relations.Where(r => !ids.ContainsKey(r.Agreement)).ToList())
        {
            agreement.Relations.Remove(gone);
            agreement.Citations.ForEach(c => c.Supports.Remove($"relations/{gone.Key}"));
        }
        return agreement;
    }

    private static bool IsRelation(string path) => path.StartsWith("relations/", StringComparison.Ordinal);

    private static RecordContent WithIds(RecordContent content, Dictionary<string, string> ids)
    {
        var copy = ContentJson.Copy(content);
        copy.Rename(ids);
        return copy;
    }
}
