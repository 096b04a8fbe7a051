using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Domain.Reviewing;

/// <summary>Reads one line of a file of records; what cannot be read is a problem with its place, not an exception.</summary>
public static partial class RecordLineReader
{
    /// <returns>The id and the content, or the problem that stands in the way of either.</returns>
    public static (string? Id, RecordContent? Content, Problem? Problem) Read(string line)
    {
        var (record, content, problem) = ReadPublished(line);
        return (record?.Id, content, problem);
    }

    /// <summary>Reads a line with all that it says besides: the revision that it was taken from.</summary>
    /// <param name="line">JSON.</param>
    /// <param name="newId">The temporary id of a line that has none; null where every line has to have one.</param>
    public static (RecordLine? Line, RecordContent? Content, Problem? Problem) ReadPublished(string line, string? newId = null)
    {
        RecordLine? record;
        try
        {
            record = JsonSerializer.Deserialize<RecordLine>(line, ContentJson.Options);
        }
        catch (JsonException e) when (!IsJson(line))
        {
            return (null, null, Problem.At("", Rule.NotJson, null, FirstSentence(e)));
        }
        catch (JsonException e)
        {
            var problem = Translate(e, line);
            return newId is not null && problem is { Path: "id", Rule: Rule.Required, Value: null } && !line.Contains("\"id\":null", StringComparison.Ordinal)
                ? ReadPublished($"{{\"id\":\"{newId}\",{line.TrimStart()[1..]}", newId)
                : (null, null, problem);
        }
        if (record is null || record.Content.ValueKind != JsonValueKind.Object)
            return (record, null, Problem.At("content", Rule.Required));
        if (record.Id != newId && !RecordId.IsWellFormed(record.Record, record.Id))
            return (record, null, Problem.At("id", Rule.MalformedId, record.Id, RecordId.Example(record.Record)));
        try
        {
            return (record, ContentJson.Read(record.Record, record.Content.GetRawText()), null);
        }
        catch (JsonException e)
        {
            return (record, null, Translate(e, record.Content.GetRawText()));
        }
    }

    private static Problem Translate(JsonException exception, string json)
    {
        var (path, value) = Follow(exception.Path ?? "$", json);
        if (Missing().Match(exception.Message) is { Success: true } missing)
            return Problem.At(string.Join('/', new[] { path, missing.Groups[1].Value }.Where(p => p.Length > 0)), Rule.Required);
        if (exception.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
            return Problem.At(path, Rule.UnknownProperty, path.Split('/')[^1]);
        if (value is null)
            return Problem.At(path, Rule.Required);
        var type = ConvertedTo().Match(exception.Message) is { Success: true } match ? Type.GetType(match.Groups[1].Value) ?? typeof(RecordKind).Assembly.GetType(match.Groups[1].Value) : null;
        return type is { IsEnum: true }
            ? Problem.At(path, Rule.UnknownValue, value, string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)))
            : Problem.At(path, Rule.WrongType, value, Wanted(type, exception));
    }

    private static string Wanted(Type? type, JsonException exception) =>
        type switch
        {
            null when exception.Message.Contains("Generic.List", StringComparison.Ordinal) => "a list, in square brackets",
            null => FirstSentence(exception).TrimEnd('.'),
            _ when type == typeof(string) => "a text, in quotation marks",
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(DateOnly) => "a day such as 2025-03-15",
            { IsPrimitive: true } => "a whole number, without quotation marks",
            _ when type == typeof(decimal) => "a number, without quotation marks",
            _ => "an object, in braces",
        };

    /// <summary>Turns <c>$.parties[0].role</c> into <c>parties/p1/role</c>, and finds the value there.</summary>
    private static (string Path, string? Value) Follow(string jsonPath, string json)
    {
        using var document = JsonDocument.Parse(json);
        JsonElement? at = document.RootElement;
        var path = new List<string>();
        foreach (Match step in Steps().Matches(jsonPath))
        {
            if (step.Groups["index"] is { Success: true } index)
            {
                at = at is { ValueKind: JsonValueKind.Array } list && int.Parse(index.ValueSpan, CultureInfo.InvariantCulture) is var i && i < list.GetArrayLength() ? list[i] : null;
                path.Add(at is { ValueKind: JsonValueKind.Object } item && item.TryGetProperty("key", out var key) ? Text(key) ?? index.Value : index.Value);
            }
            else
            {
                var name = step.Groups["name"].Value + step.Groups["quoted"].Value;
                at = at is { ValueKind: JsonValueKind.Object } owner && owner.TryGetProperty(name, out var value) ? value : null;
                path.Add(name);
            }
        }
        return (string.Join('/', path), at is { } found ? Text(found) : null);
    }

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.Null ? null : value.ToString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is JSON by its grammar, and no text.
            return value.GetRawText();
        }
    }

    private static bool IsJson(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string FirstSentence(JsonException exception) => exception.Message.Split(" Path:")[0].Split(". ")[0].TrimEnd('.') + ".";

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\[(?<index>[0-9]+)\]|\['(?<quoted>[^']*)'\]")]
    private static partial Regex Steps();

    [GeneratedRegex(@"was missing required properties including: '([^']+)'")]
    private static partial Regex Missing();

    [GeneratedRegex(@"could not be converted to (?:System\.Nullable`1\[)?([\w.+]*\w)")]
    private static partial Regex ConvertedTo();
}
