using System.Text.Json;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Data.Importing;

/// <summary>What lines of an import keep as JSON.</summary>
public static class ImportJson
{
    public static IReadOnlyList<Problem> Problems(this ImportLine line) => Read<List<Problem>>(line.Problems);

    /// <summary>The problem of the file as a whole; null where there is none.</summary>
    public static Problem? FaultProblem(this Import import) => import.Fault is null ? null : Read<Problem>(import.Fault);

    /// <summary>What the line would publish; null where it was refused or changes nothing.</summary>
    public static RecordContent? ReadContent(this ImportLine line) => line is { Content: { } json, Kind: { } kind } ? ContentJson.Read(kind, json) : null;

    /// <summary>Nothing is kept of it but what stood in the file.</summary>
    internal static void Refuse(this ImportLine line, IReadOnlyList<Problem> problems)
    {
        if (line.Raw is null && line.ReadContent() is { } content)
            line.Raw = Write(new RecordLine(content.Record, line.RecordId ?? "", Element(content), line.BaseRevision == 0 ? null : line.BaseRevision));
        (line.Outcome, line.Problems, line.Content, line.Companions) = (ImportOutcome.Refused, Write(problems), null, "[]");
    }

    internal static List<Publishable> ReadCompanions(this ImportLine line) =>
        Read<List<RecordLine>>(line.Companions).ConvertAll(c => new Publishable(c.Id, ContentJson.Read(c.Record, c.Content.GetRawText())));

    internal static string Write<T>(T value) => JsonSerializer.Serialize(value, ContentJson.Options);

    internal static JsonElement Element(RecordContent content) => JsonSerializer.SerializeToElement(content, content.GetType(), ContentJson.Options);

    internal static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, ContentJson.Options)!;
}
