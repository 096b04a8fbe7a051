using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Components.Workspace.Fields;

/// <summary>The units as a select shows them, those of one dimension together.</summary>
internal static class UnitOptions
{
    public static IReadOnlyList<(string Code, string Label)> All(Words words) =>
        [.. Enum.GetValues<Unit>().Select(unit => (unit.ToString(), Label(words, unit)))];

    private static string Label(Words words, Unit unit)
    {
        var (unitLabel, dimension) = (words.UnitBehind(unit, 2), words.Label(Units.DimensionOf(unit)));
        return unitLabel.Length == 0 ? dimension : $"{unitLabel} ({dimension})";
    }
}
