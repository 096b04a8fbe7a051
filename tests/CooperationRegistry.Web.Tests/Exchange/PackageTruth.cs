using System.IO.Compression;
using System.Text.Json;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests.Exchange;

/// <summary>What tables have to say of a record, told from its JSON alone: a line a value, with the table, the keys that lead to it, the column and the text.</summary>
internal static class PackageTruth
{
    public static void Collect(string json, string noun, SortedSet<string> into)
    {
        using var content = JsonDocument.Parse(json);
        Walk(content.RootElement, noun, "", "", into);
    }

    /// <summary>The same of the tables of a package.</summary>
    public static IEnumerable<string> Read(ZipArchive zip, string noun, string id)
    {
        foreach (var entry in zip.Entries.Where(e => !e.FullName.Contains('/', StringComparison.Ordinal) && e.Name.EndsWith(".csv", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            var rows = Csv.Read(reader.ReadToEnd());
            var header = rows[0];
            var isNoun = header[0] == "id";
            var table = entry.Name[..^4];
            if (!isNoun && header[0] != $"{noun}_id" || isNoun && table != (noun == "city" ? "cities" : noun + "s"))
                continue;
            var lead = isNoun ? 4 : header.ToList().IndexOf("position") + 1;
            foreach (var row in rows.Skip(1).Where(r => r[0] == id))
            {
                var keys = isNoun ? "" : string.Concat(Enumerable.Range(1, lead - 2).Select(i => "/" + row[i]));
                if (!isNoun && header[lead - 2] != "key")
                    keys += "/" + row[lead - 1];
                foreach (var (column, text) in header.Zip(row).Skip(lead).Where(c => c.Second.Length > 0))
                    yield return $"{(isNoun ? noun : table)}{keys} {column}={CellText.Unguard(text)}";
            }
        }
    }

    private static void Walk(JsonElement owner, string table, string keys, string prefix, SortedSet<string> into)
    {
        foreach (var property in owner.EnumerateObject().Where(p => prefix.Length > 0 || keys.Length == 0 || p.Name != "key"))
        {
            var name = prefix + JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.Array:
                    foreach (var (position, item) in property.Value.EnumerateArray().Index())
                    {
                        if (item.ValueKind == JsonValueKind.Object)
                            Walk(item, $"{table}_{name}", $"{keys}/{item.GetProperty("key").GetString()}", "", into);
                        else
                            into.Add($"{table}_{name}{keys}/{position + 1} value={item}");
                    }

                    break;
                case JsonValueKind.Object when IsText(property.Name, property.Value):
                    AddTexts(property.Value, $"{table}{keys} {name}", into);
                    break;
                case JsonValueKind.Object:
                    Walk(property.Value, table, keys, name + "_", into);
                    break;
                default:
                    into.Add($"{table}{keys} {name}={(property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? property.Value.GetRawText() : property.Value.ToString())}");
                    break;
            }
        }
        into.RemoveWhere(line => line.EndsWith('='));
    }

    private static void AddTexts(JsonElement texts, string place, SortedSet<string> into)
    {
        foreach (var text in texts.EnumerateObject().Where(t => t.Name is "en" or "zh-Hans"))
            into.Add($"{place}_{(text.Name == "en" ? "en" : "zh_hans")}={text.Value}");
        if (texts.EnumerateObject().Where(t => t.Name is not ("en" or "zh-Hans")).ToDictionary(t => t.Name, t => t.Value.GetString()) is { Count: > 0 } others)
            into.Add($"{place}_other={JsonSerializer.Serialize(others, Domain.ContentJson.Options)}");
    }

    private static bool IsText(string name, JsonElement value) =>
        name is "title" or "summary" or "note" or "text" or "label" or "about" or "indicator" or "reason" or "capacity" or "place" or "name" or "of"
        && value.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.String);
}
