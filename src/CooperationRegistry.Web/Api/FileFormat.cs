using System.Globalization;
using CooperationRegistry.Domain;
using CooperationRegistry.Web.Components.Public;

namespace CooperationRegistry.Web.Api;

/// <summary>A format that lists are downloaded in.</summary>
public sealed record FileFormat(string Ending, string MediaType)
{
    public static FileFormat Csv { get; } = new("csv", "text/csv; charset=utf-8; header=present");

    public static FileFormat Xlsx { get; } = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    public static FileFormat Json { get; } = new("json", "application/json");

    public static FileFormat JsonLines { get; } = new("jsonl", "application/jsonl");

    public static IReadOnlyList<FileFormat> All { get; } = [Csv, Xlsx, Json, JsonLines];

    /// <summary>As the address of the noun's list has it.</summary>
    public static string NameOf(RecordKind kind) => RecordNames.Address(kind, "").Trim('/');

    /// <summary>The address of the whole list in this format.</summary>
    public string Of(RecordKind kind) => $"/{NameOf(kind)}.{Ending}";

    /// <summary>A name that says which state of the registry the file has, without characters that a file system refuses.</summary>
    public static string Dated(string name, DateTimeOffset? lastChange, string ending) =>
        lastChange is { } at ? string.Create(CultureInfo.InvariantCulture, $"{name}-{at.UtcDateTime:yyyy-MM-dd'T'HHmmss'Z'}.{ending}") : $"{name}.{ending}";
}
