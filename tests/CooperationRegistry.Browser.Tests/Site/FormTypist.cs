using System.Collections;
using System.Globalization;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Domain.Values.Reading;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests.Site;

/// <summary>Somebody who has a record before them and types it into its form, box by box; it knows the form by the ids of its boxes alone.</summary>
/// <param name="page">The page, on which the form is open.</param>
/// <param name="ids">The ids that records of the text have in this registry.</param>
/// <param name="names">What to type to find a record by its id in the text.</param>
/// <param name="prefix">Of a record made on the way: its temporary id and a slash; empty for the form's own record.</param>
internal sealed class FormTypist(IPage page, IReadOnlyDictionary<string, string> ids, IReadOnlyDictionary<string, string> names, string prefix = "")
{
    public async Task TypeAsync(RecordContent content)
    {
        await PropertiesAsync(content, "", p => p.Name is not ("citations" or "disputes"));
        if (content is CitedContent cited)
            await CitationsAsync(cited);
    }

    /// <summary>Types the record of a source that the form begins by itself.</summary>
    public Task TypeSourceAsync(SourceContent source) => PropertiesAsync(source, "", _ => true);

    private async Task PropertiesAsync(object branch, string path, Func<ContentProperty, bool> wanted)
    {
        foreach (var property in Ordered(branch).Where(wanted))
        {
            if (property.Get(branch) is { } value && value is not (ICollection { Count: 0 } or "" or false))
                await ValueAsync(branch, property, value, path + property.Name);
        }
    }

    // A choice that decides which boxes there are comes before these; a country before its regions.
    private static IEnumerable<ContentProperty> Ordered(object branch) =>
        ContentGraph.PropertiesOf(branch.GetType()).Where(p => p.Rule<ItemKeyAttribute>() is null).OrderBy(p => p.Name switch { "kind" or "metric" or "country" or "language" => 0, _ => 1 });

    private async Task ValueAsync(object owner, ContentProperty property, object value, string path)
    {
        switch (value)
        {
            case LocalizedText texts when owner is SourceContent && property.Name == "title":
                await FillAsync($"{path}/{texts.Keys.Single()}", texts.Values.Single());
                break;
            case LocalizedText texts:
                await TextsAsync(path, texts);
                break;
            case Quantity quantity:
                await FigureAsync(path, quantity.AsPrinted!, QuantityReader.Read(quantity.AsPrinted!).Quantity == quantity, () => PartsAsync(path, quantity));
                break;
            case Money money:
                await FigureAsync(path, money.AsPrinted!, MoneyReader.Read(money.AsPrinted!).Money == money, () => PartsAsync(path, money));
                break;
            case EdtfDate date:
                await FillAsync(path, owner is AgreementEvent { DateAsPrinted: { } printed } && DateReader.Read(printed).Date == date ? printed : date.Text);
                break;
            case string id when property.Rule<ReferenceAttribute>() is not null:
                await ChooseAsync(BoxOf(owner, path), id);
                break;
            case string code when property.Rule<CodeFromAttribute>() is not null || property.Rule<LanguageTagRuleAttribute>() is not null || property.Rule<KeyOfAttribute>() is not null:
                await SelectAsync(path, code);
                break;
            case string text:
                await FillAsync(path, text);
                break;
            case Enum choice:
                await SelectAsync(path, choice.ToString());
                break;
            case true:
                await (await ShowAsync(path)).CheckAsync();
                break;
            case List<string> codes when property.Rule<CodeFromAttribute>() is not null:
                await (await ShowAsync(path + "-all")).ClickAsync();
                await TickAsync(path, codes);
                break;
            case List<string> keys:
                await TickAsync(path, keys);
                break;
            case IList items:
                await ItemsAsync(path, items);
                break;
            case decimal or int:
                await FillAsync(path, Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
            default:
                await PropertiesAsync(value, path + "/", _ => true);
                break;
        }
    }

    private async Task TextsAsync(string path, LocalizedText texts)
    {
        foreach (var (tag, text) in texts)
        {
            if (tag != "en" && await page.Locator(Id($"{path}/{tag}")).CountAsync() == 0)
                await (await ShowAsync($"{path}-add-{tag}")).ClickAsync();
            await FillAsync($"{path}/{tag}", text);
        }
    }

    private async Task ItemsAsync(string path, IList items)
    {
        foreach (var item in items.Cast<IKeyed>())
        {
            if (await page.Locator(Id($"{path}/{item.Key}")).CountAsync() == 0)
                await (await ShowAsync(path + "-add")).ClickAsync();
            await page.Locator(Id($"{path}/{item.Key}")).First.WaitForAsync();
            await PropertiesAsync(item, $"{path}/{item.Key}/", _ => true);
        }
    }

    private async Task FigureAsync(string path, string printed, bool isRead, Func<Task> parts)
    {
        await FillAsync(path, printed);
        if (isRead)
            return;
        await (await ShowAsync(path + "-parts")).ClickAsync();
        await parts();
    }

    private async Task PartsAsync(string path, Quantity quantity)
    {
        await SelectAsync(path + "/unit", quantity.Unit.ToString());
        await FillAsync(path + "/amount", quantity.Amount.ToString(CultureInfo.InvariantCulture));
        await SelectAsync(path + "/qualifier", quantity.Qualifier.ToString());
        await FillAsync(path + "/of/en", quantity.Of?.For("en") ?? "");
        await FillAsync(path + "/asPrinted", quantity.AsPrinted!);
    }

    private async Task PartsAsync(string path, Money money)
    {
        await SelectAsync(path + "/currency", money.Currency);
        await FillAsync(path + "/amount", money.Amount.ToString(CultureInfo.InvariantCulture));
        await SelectAsync(path + "/qualifier", money.Qualifier.ToString());
        if (money.SecondCurrency is not null)
        {
            await FillAsync(path + "/secondAmount", money.SecondAmount!.Value.ToString(CultureInfo.InvariantCulture));
            await SelectAsync(path + "/secondCurrency", money.SecondCurrency);
        }
        if (money.PrintedRate is { } rate)
            await FillAsync(path + "/printedRate", rate.ToString(CultureInfo.InvariantCulture));
        await FillAsync(path + "/asPrinted", money.AsPrinted!);
    }

    private async Task CitationsAsync(CitedContent content)
    {
        foreach (var citation in content.Citations)
        {
            var path = $"citations/{citation.Key}";
            if (await page.Locator(Id(path)).CountAsync() == 0)
                await (await ShowAsync("citations-add")).ClickAsync();
            await page.Locator(Id(path)).WaitForAsync();
            await CiteAsync(path, citation);
        }
    }

    private async Task CiteAsync(string path, Citation citation)
    {
        if (ids.ContainsKey(citation.Source) && await page.Locator(Id(path + "-registered")).CountAsync() > 0)
        {
            await (await ShowAsync(path + "-registered")).ClickAsync();
            await ChooseAsync(path + "/source", citation.Source);
        }
        var everything = await ShowAsync(path + "-everything");
        if (await everything.IsCheckedAsync())
            await everything.UncheckAsync();
        await page.Locator(Id(path + "/supports")).WaitForAsync();
        foreach (var fact in citation.Supports)
            await SupportAsync(path, fact);
        if (citation.Locator is not null)
            await FillAsync(path + "/locator", citation.Locator);
    }

    // A whole fact stands in the list; a part of one has its mark beside its box.
    private async Task SupportAsync(string path, string fact)
    {
        if (await page.Locator($"{Id(path + "/supports")} option[value='{fact}']").CountAsync() > 0)
        {
            await SelectAsync(path + "/supports", fact, isKept: false);
            await Assertions.Expect(page.Locator($"{Id(path + "/supports")} option[value='{fact}']")).ToHaveCountAsync(0);
            return;
        }
        var fromThis = page.Locator(Id(path)).GetByRole(AriaRole.Button, new() { Name = "Cite from this one" });
        if (await fromThis.CountAsync() > 0)
            await fromThis.ClickAsync();
        await (await ShowAsync(fact)).FocusAsync();
        await page.Keyboard.PressAsync("Alt+KeyC");
        await Assertions.Expect(page.Locator(Id(path)).Locator(".chip-fixed")).ToHaveCountAsync(1);
    }

    private async Task ChooseAsync(string path, string id)
    {
        var box = await ShowAsync(path);
        if (await box.EvaluateAsync<bool>("b => b.tagName === 'BUTTON'"))
        {
            await box.ClickAsync();
            box = await ShowAsync(path);
        }
        await box.FillAsync(names[id]);
        await page.Locator($"{Id(path + "-list")} [data-id='{ids[id]}']").ClickAsync();
        await Assertions.Expect(page.Locator($"button{Id(path)}")).ToBeVisibleAsync();
    }

    private async Task TickAsync(string path, IEnumerable<string> values)
    {
        foreach (var value in values)
            await (await ShowAsync($"{path}-{value}")).CheckAsync();
    }

    private async Task FillAsync(string path, string text)
    {
        var box = await ShowAsync(path);
        await box.FillAsync(text);
    }

    private async Task SelectAsync(string path, string value, bool isKept = true)
    {
        var box = await ShowAsync(path);
        await box.SelectOptionAsync(value);
        if (isKept)
            await Assertions.Expect(box).ToHaveValueAsync(value);
    }

    /// <summary>The box of a path, with whatever is folded over it opened.</summary>
    private async Task<ILocator> ShowAsync(string path)
    {
        var box = page.Locator(Id(path)).First;
        await box.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await box.EvaluateAsync("b => { for (let d = b.closest('details'); d; d = d.parentElement.closest('details')) d.open = true; }");
        return box;
    }

    private static string BoxOf(object owner, string path) =>
        (owner, path.Split('/')[^1]) switch
        {
            (Party, "city" or "partner") => path[..path.LastIndexOf('/')],
            (Party, _) => path[..path.LastIndexOf('/')] + "/onBehalfOf",
            (ProjectOrganisation, _) => path[..path.LastIndexOf('/')] + "/record",
            _ => path,
        };

    private string Id(string path) => "#f-" + (prefix + path).Replace('/', '-').Replace('~', 'n');
}
