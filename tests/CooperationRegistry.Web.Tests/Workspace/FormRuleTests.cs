using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Components.Contents;
using CooperationRegistry.Web.Components.Workspace.Forms;
using CooperationRegistry.Web.Languages;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Tests.Workspace;

/// <summary>Every rule that a form can break is said where it is broken, in words.</summary>
public sealed partial class FormRuleTests(RegistrySite site) : IClassFixture<RegistrySite>, IAsyncLifetime
{
    private static readonly Dictionary<string, FormFault> Faults = AgreementFaults.All.Concat(OtherFaults.All).ToDictionary(f => f.Name);

    private static readonly Dictionary<Rule, string> NotOfAForm = new()
    {
        [Rule.NotJson] = "A form writes its JSON itself.",
        [Rule.WrongType] = "The boxes make values of the types that the content has.",
        [Rule.UnknownProperty] = "A form has boxes for the properties that there are.",
        [Rule.UnknownValue] = "A choice offers the values that the field knows.",
        [Rule.WrongPattern] = "The server finds out a file's type and fingerprint itself.",
        [Rule.UnboundedDate] = "Of filters in an address; no content counts from a date.",
        [Rule.RecordTwice] = "A draft is one record, and numbers those made on the way itself.",
        [Rule.MalformedKey] = "Rows get their keys from the form.",
        [Rule.KeyTwice] = "Rows get their keys from the form, and none is given again.",
        [Rule.MergeWithItself] = "Of the page that merges two records.",
        [Rule.MergeAcrossCountries] = "Of the page that merges two records.",
        [Rule.MergeOfRelated] = "Of the page that merges two records.",
        [Rule.StillNamed] = "Of the page that withdraws a record.",
        [Rule.AttachmentEmpty] = "The upload refuses the file before the form has it.",
        [Rule.AttachmentTooLarge] = "The upload refuses the file before the form has it.",
        [Rule.AttachmentType] = "The upload refuses the file before the form has it.",
    };

    private static readonly string[] Languages = ["en", "zh-Hans"];

    private Office office = null!;

    public static TheoryData<string, string> Cases => [.. Faults.Keys.SelectMany(name => Languages.Select(language => (name, language)))];

    public static TheoryData<Rule> Rules => [.. Enum.GetValues<Rule>()];

    public static TheoryData<RecordKind> Kinds => [.. Enum.GetValues<RecordKind>()];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        office = await Office.OpenAsync(site);
        await using var db = await site.OpenAsync();
        if (!await db.Sources.AnyAsync(Token))
            await PublishAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>In English the fault is typed into the open form, in Chinese it is found in a draft that is opened.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Form_submitted_with_a_fault_says_it_in_the_list_at_the_box_and_beside_the_section(string name, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var fault = Faults[name];
        var isTyped = language == "en" || fault.IsMendedByOpening;
        var draft = await DraftAsync(fault, isTyped ? _ => { } : fault.Make);
        await using var form = await OpenForm.OpenAsync(site, office, draft);

        await form.DoAsync(async () =>
        {
            if (isTyped)
            {
                fault.Make(form.Editor.Draft);
                form.Editor.Touch();
            }
            Assert.False(await form.Editor.SubmitAsync(Token), form.Editor.Refusal?.Sentence);
        });

        await CheckAsync(form, fault);
    }

    [Fact]
    public void Every_rule_is_tested_in_a_form_or_known_to_come_from_elsewhere()
    {
        var tested = Faults.Values.SelectMany(f => f.Along.Append(f.Rule)).ToHashSet();
        Assert.Empty(tested.Intersect(NotOfAForm.Keys));
        // Those from SigningMissing on are of files that are imported.
        Assert.Equal(Enum.GetValues<Rule>().Where(rule => rule < Rule.SigningMissing), tested.Union(NotOfAForm.Keys).Order());
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_has_a_sentence_and_a_mend_in_Chinese(Rule rule)
    {
        var problem = Problem.At("", rule, null, "1", "2");
        var chinese = CultureInfo.GetCultureInfo("zh-Hans");
        Assert.All([problem.Sentence(chinese), problem.Mend(chinese)], text => Assert.Matches(Han(), text));
    }

    [Fact]
    public void Every_place_of_a_content_has_a_name_of_its_own()
    {
        using var scope = site.Services.CreateScope();
        var fields = scope.ServiceProvider.GetRequiredService<FieldNames>();
        var texts = Names();
        var paths = Enum.GetValues<RecordKind>().SelectMany(kind => PathsOf(ContentJson.TypeOf(kind), ""));
        Assert.All(paths, path => Assert.Contains(fields.Of(path), texts));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_property_of_a_content_is_in_one_section(RecordKind kind)
    {
        var parts = FormPart.Of(kind);
        var properties = ContentGraph.PropertiesOf(ContentJson.TypeOf(kind)).Select(p => p.Name);
        if (parts.Count > 1)
            Assert.Equal(properties.Order(), parts.SelectMany(p => p.Properties).Order());
    }

    private static IEnumerable<string> PathsOf(Type type, string prefix) =>
        from property in ContentGraph.PropertiesOf(type)
        where property.Rule<ItemKeyAttribute>() is null
        let path = prefix + property.Name
        let inner = property.ItemType ?? property.Type
        from each in ContentGraph.IsBranch(inner) ? PathsOf(inner, property.ItemType is null ? path + "/" : path + "/x1/").Prepend(path) : [path]
        select each;

    private HashSet<string> Names() => [.. site.Services.GetRequiredService<IStringLocalizer<WorkspaceTexts>>().GetAllStrings().Where(s => s.Name.StartsWith("Field_", StringComparison.Ordinal)).Select(s => s.Value)];

    private async Task PublishAsync()
    {
        await site.LoadAsync([TestData.Line("SR-000001", TestData.Source("A report")), .. Published().Select(p => TestData.Line(p.Id, FormFault.Cited(p.Content)))]);
        await site.Services.GetRequiredService<MergeDesk>().MergeAsync(RecordKind.City, "cn-tatung", "cn-datong", office.Reviewer, null, Token);
        await site.Services.GetRequiredService<WithdrawalDesk>().WithdrawAsync(new PublishedRecord(RecordKind.Partner, "gone", 1), office.Reviewer, "Entered twice.", Token);
        await site.Services.KeepAsync(TestFiles.Png, "scan.png", office.Editor);
    }

    private static IEnumerable<(string Id, CitedContent Content)> Published()
    {
        var part = TestData.Partner("CATL Europe");
        part.ParentPartner = "catl";
        yield return ("cn-datong", TestData.City("Datong"));
        yield return ("cn-tatung", TestData.City("Tatung"));
        yield return ("cn-pingcheng", TestData.City("Pingcheng", parent: "cn-datong"));
        yield return ("de-ulm", TestData.City("Ulm", "DE"));
        yield return ("catl", TestData.Partner("CATL"));
        yield return ("catl-europe", part);
        yield return ("gone", TestData.Partner("Gone"));
        yield return ("CR-000001", TestData.Agreement("An older one", TestData.CityParty("p1", "cn-datong"), TestData.PartnerParty("p2", "catl")));
    }

    private async Task<long> DraftAsync(FormFault fault, Action<Draft> make)
    {
        var draft = (await office.Proposals.OpenAsync(fault.Kind, fault.RecordId, office.Editor, Token))!;
        if (fault.RecordId is null)
            draft.Content = FormFault.Sound(fault.Kind);
        make(draft);
        await office.Proposals.SaveDraftAsync(draft, office.Editor, Token);
        return draft.Id;
    }

    private async Task CheckAsync(OpenForm form, FormFault fault)
    {
        var problems = form.Editor.Problems;
        Assert.Contains((fault.Path, fault.Rule), problems.Select(p => (p.Path, p.Rule)));
        Assert.Empty(problems.Select(p => p.Rule).Except(fault.Along.Append(fault.Rule)));
        var page = await form.PageAsync();
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        foreach (var problem in problems)
        {
            var box = InSummary(page, problem);
            if (problem.Path.StartsWith('~') && Find(page, box) is null)
            {
                // In a form of its own, which opens over this one.
                var opener = form.Editor.OpenerOf(form.Editor.RecordAt(problem.Path, out _));
                if (!opener.StartsWith('~'))
                    IsSaidAt(page, FieldId.Of(opener), problem);
                await form.DoAsync(() =>
                {
                    form.Editor.Open(form.Editor.Companion(problem.Path.Split('/')[0])!, opener);
                    return Task.CompletedTask;
                });
                IsSaidAt(await form.PageAsync(), box, problem);
            }
            else
            {
                IsSaidAt(page, box, problem);
            }
            IsBesideSection(page, Find(page, box) ?? Find(page, FieldId.Of(OutermostOpener(form, problem)))!);
        }
    }

    private static string OutermostOpener(OpenForm form, Problem problem)
    {
        var path = problem.Path;
        while (path.StartsWith('~'))
            path = form.Editor.OpenerOf(form.Editor.RecordAt(path, out _));
        return path;
    }

    /// <summary>The line in the list of problems: field, value, sentence, mend.</summary>
    /// <returns>The id that it leads to.</returns>
    private string InSummary(IDocument page, Problem problem)
    {
        var line = page.QuerySelectorAll("#problems li").Single(li => Text(li).Contains(Said(problem), StringComparison.Ordinal) && (problem.Value is not { Length: > 0 } value || string.IsNullOrWhiteSpace(value) || li.TextContent.Contains($"({value})", StringComparison.Ordinal)));
        var link = line.QuerySelector("a")!;
        Assert.Contains(link.TextContent, Names());
        return link.GetAttribute("href")!.Split('#')[1];
    }

    /// <summary>As workspace.js finds what a line of the list leads to, but that it must be the box itself.</summary>
    private static IElement? Find(IDocument page, string id) => page.GetElementById(id) ?? page.GetElementById($"{id}-{InterfaceLanguage.Current}");

    private static void IsSaidAt(IDocument page, string id, Problem problem)
    {
        var box = Find(page, id);
        Assert.True(box is not null, $"There is no box {id}.");
        if (box.LocalName is "input" or "select" or "textarea")
            Assert.Equal("true", box.GetAttribute("aria-invalid"));
        if (box.LocalName is "input" or "select" or "textarea" or "button" or "fieldset")
        {
            var described = box.GetAttribute("aria-describedby")?.Split(' ') ?? [];
            Assert.Contains(described, d => page.GetElementById(d) is { } error && error.ClassList.Contains("error") && Text(error).Contains(Said(problem), StringComparison.Ordinal));
        }
        var around = box.LocalName is "div" or "fieldset" ? box : box.Closest(".field")!;
        Assert.Contains(around.QuerySelectorAll(".error"), e => Text(e).Contains(Said(problem), StringComparison.Ordinal));
    }

    private static void IsBesideSection(IDocument page, IElement box)
    {
        var section = box.Closest("section.form-section")!.Id;
        var wrong = page.QuerySelectorAll(".editor-side .part-wrong a").Select(a => a.GetAttribute("href")!.Split('#')[1]);
        Assert.Equal([section], wrong);
    }

    private static string Said(Problem problem) =>
        Spaces().Replace($"{problem.Sentence(CultureInfo.CurrentUICulture)} {problem.Mend(CultureInfo.CurrentUICulture)}", " ");

    private static string Text(IElement element) => Spaces().Replace(element.TextContent, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
