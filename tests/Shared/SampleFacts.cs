using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;

namespace CooperationRegistry.Tests;

/// <summary>One part of a fact: where it stands in the records, its value, and what a page says of it.</summary>
/// <param name="Value">Expected at <paramref name="Path"/>; of an object some of its properties; null for nothing.</param>
/// <param name="Shows">Stands on the page, whatever the white space and the case.</param>
public sealed record SampleFact(string Item, int Index, RecordKind Record, string Id, string Path, JsonElement Value, string Page, string Shows)
{
    public bool IsHeldBy(JsonElement content) => Holds(At(content, Path), Value);

    public bool IsShownBy(string pageText) => Plain(pageText).Contains(Plain(Shows), StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{Item} {Index}: {Id} {Path} {Value.GetRawText()}";

    private static JsonElement? At(JsonElement content, string path)
    {
        JsonElement? at = content;
        foreach (var segment in path.Split('/'))
        {
            at = at switch
            {
                { ValueKind: JsonValueKind.Object } branch when branch.TryGetProperty(segment, out var property) => property,
                { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Where(item => IsNamed(item, segment)).Select(item => (JsonElement?)item).FirstOrDefault(),
                _ => null,
            };
        }

        return at;
    }

    private static bool IsNamed(JsonElement item, string key) =>
        item.ValueKind == JsonValueKind.String ? item.GetString() == key : item.GetProperty("key").GetString() == key;

    private static bool Holds(JsonElement? held, JsonElement expected) =>
        expected.ValueKind switch
        {
            JsonValueKind.Null => held is not { } value || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0),
            JsonValueKind.Object => held is { ValueKind: JsonValueKind.Object } branch
                && expected.EnumerateObject().All(part => branch.TryGetProperty(part.Name, out var value) && Holds(value, part.Value)),
            _ => held is { } value && JsonElement.DeepEquals(value, expected),
        };

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>An item that was carried over into the sample registry, fact by fact.</summary>
public sealed record SampleItem(string Id, IReadOnlyList<string> Facts);

/// <summary>A fact that the sample registry leaves out as page noise, or a part of one.</summary>
public sealed record ExcusedFact(string Item, int Index, bool Whole, string Reason);

/// <summary>The sample registry and the facts it is to hold, from the files beside the tests.</summary>
public static class SampleFacts
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Sample");

    // The files name more of an item than is read here.
    private static readonly JsonSerializerOptions Options = new(ContentJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    public static IReadOnlyList<SampleItem> Items { get; } = [.. Lines<SampleItem>("seeds.jsonl")];

    public static IReadOnlyList<SampleFact> Facts { get; } = [.. Lines<SampleFact>("facts.jsonl")];

    public static IReadOnlyList<RecordLine> Records { get; } =
        [.. Directory.GetFiles(Path.Combine(Folder, "data"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(Lines<RecordLine>)];

    /// <summary>From the table of data/sample/README.md.</summary>
    public static IReadOnlyList<ExcusedFact> Excused { get; } =
    [
        .. File.ReadLines(Path.Combine(Folder, "data", "README.md"))
            .Where(line => line.StartsWith("| seed-", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new ExcusedFact(cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3] == "whole", cells[4])),
    ];

    private static IEnumerable<T> Lines<T>(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Select(line => JsonSerializer.Deserialize<T>(line, Options)!);
}
