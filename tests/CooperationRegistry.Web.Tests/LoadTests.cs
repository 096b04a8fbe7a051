using System.Globalization;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>Files of records: all of a file or nothing, and every reason told with its place.</summary>
public sealed class LoadTests(RegistrySite site) : IClassFixture<RegistrySite>
{
    private const string Fine = """{"record":"city","id":"dk-aarhus","content":{"names":[{"key":"n1","text":"Aarhus","language":"en","kind":"official"}],"kind":"city","country":"DK"}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A line, and what is said of it: id, path, value, rule.</summary>
    public static TheoryData<string, string?, string, string?, Rule> BadLines { get; } = new()
    {
        { Changed("dk-a", TestData.City("A", "DK"), "\"DK\"", "\"XX\""), "dk-a", "country", "XX", Rule.UnknownCode },
        { TestData.Line("CR-000001", Dated("2025-13-40")), "CR-000001", "events/e1/date", "2025-13-40", Rule.UnreadableDate },
        { TestData.Line("CR-000001", TestData.Agreement("T", TestData.PartnerParty("p1", "nobody"))), "CR-000001", "parties/p1/partner", "nobody", Rule.UnknownRecord },
        { TestData.Line("CR-000001", TestData.Agreement("T", TestData.CityParty("p1", "~1"))), "CR-000001", "parties/p1/city", "~1", Rule.MalformedId },
        { TestData.Line("CR-000001", Twice()), "CR-000001", "parties/p1", "p1", Rule.KeyTwice },
        { TestData.Line("CR-000001", TestData.Agreement(new string('x', 1024 * 1024), TestData.CityParty("p1", "dk-aarhus"))), "CR-000001", "title/en", new string('x', 80) + "…", Rule.TooLong },
        { "not JSON at all", null, "", null, Rule.NotJson },
        { "[1, 2]", null, "", null, Rule.NotJson },
        { """{"record":"city","id":"dk-a","content":{"names":[""", null, "", null, Rule.NotJson },
        { """{"id":"dk-a","content":{}}""", null, "record", null, Rule.Required },
        { """{"record":"city","content":{}}""", null, "id", null, Rule.Required },
        { """{"record":"city","id":null,"content":{}}""", null, "id", null, Rule.Required },
        { """{"record":"city","id":"dk-a"}""", null, "content", null, Rule.Required },
        { """{"record":"city","id":"dk-a","content":null}""", "dk-a", "content", null, Rule.Required },
        { """{"record":"town","id":"dk-a","content":{}}""", null, "record", "town", Rule.UnknownValue },
        { """{"record":"city","id":"dk-a","extra":1,"content":{}}""", null, "extra", "extra", Rule.UnknownProperty },
        { Changed("dk-a", TestData.City("A", "DK"), "\"language\"", "\"langauge\""), "dk-a", "names/n1/langauge", "langauge", Rule.UnknownProperty },
        { Changed("dk-a", TestData.City("A", "DK"), "\"official\"", "\"offical\""), "dk-a", "names/n1/kind", "offical", Rule.UnknownValue },
        { Changed("dk-a", TestData.City("A", "DK"), "\"official\"", "\"official, former\""), "dk-a", "names/n1/kind", "official, former", Rule.UnknownValue },
        { Changed("dk-a", TestData.City("A", "DK"), "\"official\"", "7"), "dk-a", "names/n1/kind", "7", Rule.UnknownValue },
        { Changed("dk-a", TestData.City("A", "DK"), "\"A\"", "\"\\ud83c\""), "dk-a", "names/n1/text", "\"\\ud83c\"", Rule.WrongType },
        { Changed("dk-a", TestData.City("A", "DK"), "\"A\"", "\"A\\u0000\""), "dk-a", "names/n1/text", "A\0", Rule.ControlCharacter },
        { Changed("dk-a", TestData.City("A", "DK"), "[{", "[null,{"), "dk-a", "names", null, Rule.Required },
        { TestData.Line("cn-a", TestData.City("A", "DK")), "cn-a", "country", "DK", Rule.CityElsewhere },
        { TestData.Line("Aarhus", TestData.City("A", "DK")), "Aarhus", "id", "Aarhus", Rule.MalformedId },
        { TestData.Line("CR-1", TestData.Agreement("T", TestData.CityParty("p1", "dk-aarhus"))), "CR-1", "id", "CR-1", Rule.MalformedId },
        { TestData.Line("CR-000000", TestData.Agreement("T", TestData.CityParty("p1", "dk-aarhus"))), "CR-000000", "id", "CR-000000", Rule.MalformedId },
        { TestData.Line("PR-000001", TestData.Agreement("T", TestData.CityParty("p1", "dk-aarhus"))), "PR-000001", "id", "PR-000001", Rule.MalformedId },
        { TestData.Line("dk-a", TestData.City("A", "DK", parent: "dk-a")), "dk-a", "parentCity", "dk-a", Rule.RefersToItself },
        { TestData.Line("dk-aarhus", TestData.City("Again", "DK")), "dk-aarhus", "id", "dk-aarhus", Rule.RecordTwice },
        { Changed("CR-000001", Counted(), "\"unit\":\"each\",", ""), "CR-000001", "quantities/q1/quantity/unit", null, Rule.Required },
        { Changed("CR-000001", Counted(), "8.40", "\"8.40\""), "CR-000001", "quantities/q1/quantity/amount", "8.40", Rule.WrongType },
        { Changed("CR-000001", Counted(), "8.40", "1e99"), "CR-000001", "quantities/q1/quantity/amount", "1e99", Rule.WrongType },
    };

    [Theory]
    [MemberData(nameof(BadLines))]
    public async Task Load_of_a_file_with_a_bad_line_says_where_and_how_to_mend_it_and_stores_nothing(string line, string? id, string path, string? value, Rule rule)
    {
        var before = await TablesAsync();
        var (problem, text) = await RefusedAsync(Fine, "", line);

        Assert.Equal(("records.jsonl", 3, id), (problem.File, problem.Line, problem.Id));
        Assert.Equal((path, value, rule), (problem.Problem.Path, problem.Problem.Value, problem.Problem.Rule));
        Assert.StartsWith("records.jsonl:3 ", text, StringComparison.Ordinal);
        Assert.EndsWith(problem.Problem.Mend(CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
        Assert.True(text.Length < 1000, text);
        Assert.Equal(before, await TablesAsync());
    }

    [Fact]
    public async Task Load_of_an_unknown_value_lists_the_values_there_are()
    {
        var (_, text) = await RefusedAsync(Fine, "", Changed("dk-a", TestData.City("A", "DK"), "\"official\"", "\"offical\""));

        Assert.EndsWith("Use one of: official, localScript, former, variant.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.40", "\"8.40\"", "Give a number, without quotation marks.")]
    [InlineData("\"kind\":\"signed\"", "\"kind\":\"signed\",\"date\":2025", "Give a string of the Extended Date/Time Format, such as \"2025-03-15\".")]
    [InlineData("\"title\":{\"en\":\"T\"}", "\"title\":\"T\"", "Give an object of language tags and texts, such as {\"en\": \"Datong\"}.")]
    [InlineData("\"title\":{\"en\":\"T\"}", "\"title\":{\"en\":\"T\",\"en\":\"U\"}", null)]
    [InlineData("\"title\":{\"en\":\"T\"}", "\"title\":{\"\\ud83c\":\"T\"}", null)]
    [InlineData("\"sectors\":[]", "\"sectors\":\"solar\"", "Give a list, in square brackets.")]
    [InlineData("\"parties\":[{\"key\":\"p1\",", "\"parties\":[{\"key\":7,", "Give a text, in quotation marks.")]
    [InlineData("\"quantity\":{", "\"quantity\":7,\"note\":{", "Give an object, in braces.")]
    public async Task Load_of_a_value_of_another_type_says_which_type_there_should_be(string from, string to, string? mend)
    {
        var (_, text) = await RefusedAsync(Fine, "", Changed("CR-000001", Counted(), from, to));

        Assert.EndsWith(mend ?? ".", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CooperationRegistry.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_of_cities_that_are_parts_of_each_other_is_refused_wherever_the_loop_closes()
    {
        await LoadAsync(TestData.Line("se-a", TestData.City("A", "SE")), TestData.Line("se-b", TestData.City("B", "SE", "se-a")));

        var beside = await RefusedAsync(TestData.Line("se-d", TestData.City("D", "SE")), "", TestData.Line("se-e", TestData.City("E", "SE", "se-f")), TestData.Line("se-f", TestData.City("F", "SE", "se-e")));
        var stored = await RefusedAsync("", "", TestData.Line("se-a", TestData.City("A", "SE", "se-b")));

        Assert.Equal(("parentCity", "se-f", Rule.ReferenceLoop), (beside.Problem.Problem.Path, beside.Problem.Problem.Value, beside.Problem.Problem.Rule));
        Assert.Equal(("se-a", "parentCity", "se-b", Rule.ReferenceLoop), (stored.Problem.Id, stored.Problem.Problem.Path, stored.Problem.Problem.Value, stored.Problem.Problem.Rule));
    }

    private static AgreementContent Dated(string date)
    {
        var agreement = TestData.Agreement("T", TestData.CityParty("p1", "dk-aarhus"));
        agreement.Events[0].Date = new EdtfDate(date);
        return agreement;
    }

    private static AgreementContent Twice()
    {
        var agreement = TestData.Agreement("T", TestData.CityParty("p1", "dk-aarhus"), TestData.CityParty("p1", "dk-aarhus"));
        agreement.Parties[1].Role = PartyRole.Witness;
        return agreement;
    }

    private static AgreementContent Counted()
    {
        var agreement = TestData.Agreement("T", TestData.CityParty("p1", "dk-aarhus"));
        agreement.Quantities = [new NamedQuantity { Key = "q1", Label = LocalizedText.En("L"), Quantity = new Quantity { Amount = 8.40m, Unit = Unit.Each } }];
        return agreement;
    }

    private static string Changed(string id, RecordContent content, string from, string to)
    {
        var line = TestData.Line(id, content);
        Assert.Contains(from, line, StringComparison.Ordinal);
        return line.Replace(from, to, StringComparison.Ordinal);
    }

    private async Task<(FileProblem Problem, string Text)> RefusedAsync(params string[] lines)
    {
        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => LoadAsync(lines));
        return (refused.Problems[0], Assert.Single(refused.Problems, p => p.Line == 3).ToString());
    }

    private async Task<int> LoadAsync(params string[] lines)
    {
        var folder = Directory.CreateTempSubdirectory();
        var file = Path.Combine(folder.FullName, "records.jsonl");
        await File.WriteAllLinesAsync(file, lines, Token);
        try
        {
            return await site.Services.GetRequiredService<RecordFiles>().LoadAsync([file], "test", Token);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<List<string>> TablesAsync()
    {
        await using var db = await site.OpenAsync();
        return await TableCounts.ReadAsync(db, Token);
    }
}
