using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Domain;
using CooperationRegistry.Web.Api;
using CooperationRegistry.Web.Api.Description;
using CooperationRegistry.Web.Tests.Filling;

namespace CooperationRegistry.Web.Tests.Api;

/// <summary>Whatever is sent is taken or refused with its reasons; nothing of it makes the program fail, and what is taken is valid by its schema. The seed is that of <c>TEST_SEED</c>, else another one each time; it is printed.</summary>
[Collection(nameof(FilledSite))]
public sealed class ApiMalformedTests(FilledSite site)
{
    private const int Bodies = 120;

    private static readonly HttpStatusCode[] Fine = [HttpStatusCode.Created, HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity];

    // Stands for half of a surrogate pair, which JSON may have and no writer writes.
    private const string HalfPair = "(half)";

    private static readonly string[] Values =
    [
        "null", "[]", "{}", "[null]", "[[]]", "[{}]", "[7]", "true", "7", "-7", "0", "7.5", "1e400", "99999999999999999999999999999", "\"\"", "\" \"", "\"\\u0000\"", $"\"{HalfPair}\"", "\"~1\"", "\"CR-000001\"", "\"cn-datong\"",
        "\"2017-10-19\"", "\"9999-12-31\"", "\"XXXX-10-19/..\"", "{\"en\":\"x\"}", "{\"en\":null}", "{\"\":\"x\"}", "{\"key\":\"p1\"}", "\"parties/p1/\"", "\"//\"", "\"names/n1\"",
    ];

    public static TheoryData<RecordKind> Kinds => new(Enum.GetValues<RecordKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Body_that_is_changed_at_random_is_taken_or_refused_in_words(RecordKind kind)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TEST_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        Console.WriteLine($"{nameof(ApiMalformedTests)}: TEST_SEED={seed}");
        var random = new Random(seed);
        var key = await (await KeyHolder.JoinAsync(site, RoleName.Editor)).KeyAsync(ApiScope.Propose);
        var contents = site.Filled.Where(c => c.Record == kind).Select(ContentJson.Write).ToList();
        var schema = await Schemas.ReadAsync(site, kind);
        var taken = 0;
        for (var i = 0; i < Bodies; i++)
        {
            var body = new JsonObject
            {
                ["content"] = JsonNode.Parse(contents[random.Next(contents.Count)]),
                ["companions"] = new JsonArray(new JsonObject { ["record"] = "source", ["id"] = "~1", ["content"] = Examples.Content(RecordKind.Source) }),
            };
            // The first as it is, so that something is taken by other than chance.
            for (var changes = i == 0 ? 0 : random.Next(1, 4); changes > 0; changes--)
                Change(body, random);
            var json = body.ToJsonString().Replace(HalfPair, "\\ud800", StringComparison.Ordinal);
            using var response = await site.CallAsync("POST", Nouns.Address(kind), key, json);
            Assert.True(Fine.Contains(response.StatusCode), $"{(int)response.StatusCode} for {json}");
            if (response.StatusCode == HttpStatusCode.Created)
                Schemas.AssertValid(schema, body["content"]!.ToJsonString());
            else
                Assert.NotEmpty((await response.JsonAsync())["errors"]!.AsArray());
            taken += response.StatusCode == HttpStatusCode.Created ? 1 : 0;
        }
        Assert.InRange(taken, 1, Bodies - 1);
    }

    private static void Change(JsonObject body, Random random)
    {
        var places = Places(body).ToList();
        var (owner, name) = places[random.Next(places.Count)];
        var value = JsonNode.Parse(Values[random.Next(Values.Length)]);
        if (owner is JsonObject record)
            record[name] = value;
        else
            owner.AsArray()[int.Parse(name, CultureInfo.InvariantCulture)] = value;
    }

    private static IEnumerable<(JsonNode Owner, string Name)> Places(JsonNode? node) =>
        node switch
        {
            JsonObject record => record.SelectMany(p => Places(p.Value).Prepend((record, p.Key))),
            JsonArray list => list.SelectMany((item, i) => Places(item).Prepend((list, i.ToString(CultureInfo.InvariantCulture)))),
            _ => [],
        };
}
