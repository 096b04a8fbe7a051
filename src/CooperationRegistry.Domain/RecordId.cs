using System.Globalization;
using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain;

/// <summary>
/// Public identifiers: <c>cn-datong</c>, <c>catl</c>, <c>CR-000123</c>, <c>PR-000045</c>, <c>CS-000678</c>, <c>SR-000009</c>.
/// Records made on the way carry a temporary one (<c>~1</c>) until they are published.
/// </summary>
public static partial class RecordId
{
    private const string CityPattern = @"^[a-z]{2}(-[a-z0-9]+)+\z";
    private const string PartnerPattern = @"^[a-z0-9]+(-[a-z0-9]+)*\z";

    public static bool IsTemporary(string id) => Temporary().IsMatch(id);

    public static bool IsWellFormed(RecordKind kind, string id) =>
        kind switch
        {
            RecordKind.City => CitySlug().IsMatch(id),
            RecordKind.Partner => Slug().IsMatch(id),
            _ => Numbered().Match(id) is { Success: true } match && match.Groups[1].Value == Prefix(kind),
        }
        && id.Length <= 100;

    /// <summary>Six digits or more, so that sorting needs the number, not the text.</summary>
    public static string FromNumber(RecordKind kind, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix(kind)}-{number:D6}");

    /// <exception cref="FormatException">The id carries no number.</exception>
    public static long NumberOf(string id) => long.Parse(id.AsSpan(3), CultureInfo.InvariantCulture);

    /// <summary>The form as a regular expression that PostgreSQL reads too.</summary>
    public static string Pattern(RecordKind kind) =>
        (kind switch
        {
            RecordKind.City => CityPattern,
            RecordKind.Partner => PartnerPattern,
            _ => $"^{Prefix(kind)}-([0-9]{{6}}|[1-9][0-9]{{6,14}})$",
        }).Replace("\\z", "$", StringComparison.Ordinal);

    public static bool IsNumbered(RecordKind kind) => kind is not (RecordKind.City or RecordKind.Partner);

    public static string Example(RecordKind kind) =>
        kind switch
        {
            RecordKind.City => "cn-datong",
            RecordKind.Partner => "catl",
            _ => FromNumber(kind, 1),
        };

    private static string Prefix(RecordKind kind) =>
        kind switch
        {
            RecordKind.Agreement => "CR",
            RecordKind.Project => "PR",
            RecordKind.CapacityStat => "CS",
            RecordKind.Source => "SR",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Cities and partners are named, not numbered."),
        };

    [GeneratedRegex(@"^~[0-9a-z]{1,12}\z")]
    private static partial Regex Temporary();

    [GeneratedRegex(CityPattern)]
    private static partial Regex CitySlug();

    [GeneratedRegex(PartnerPattern)]
    private static partial Regex Slug();

    // Numbers begin at 1.
    [GeneratedRegex(@"^(CR|PR|CS|SR)-((?!0{6})[0-9]{6}|[1-9][0-9]{6,14})\z")]
    private static partial Regex Numbered();
}
