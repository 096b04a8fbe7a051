using System.Globalization;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Components.Public.Cities;

/// <summary>The outline of a country, or of a part that lies apart from the rest; <c>tools/outlines</c> makes the file.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="East">Beyond 180 where the part goes over that meridian.</param>
/// <param name="Path">As SVG writes it, from the north-west corner, in units of <paramref name="Width"/> and <paramref name="Height"/>.</param>
public sealed record CountryOutline(string Country, decimal West, decimal South, decimal East, decimal North, int Width, int Height, string Path)
{
    // Coasts are simplified, so a city at the sea may lie outside by some kilometres.
    private const decimal Margin = 0.3m;

    private static readonly Lazy<ILookup<string, CountryOutline>> ByCountry = new(() => Rows().ToLookup(o => o.Country));

    public static IEnumerable<CountryOutline> All => ByCountry.Value.SelectMany(o => o);

    public static bool IsKnown(string country) => ByCountry.Value.Contains(country);

    /// <summary>The smallest part of the country that the place lies in; null where it lies in none.</summary>
    public static CountryOutline? Around(string country, Coordinates place) =>
        ByCountry.Value[country].Where(o => o.Holds(place)).MinBy(o => (o.East - o.West) * (o.North - o.South));

    /// <summary>Where the place is in the drawing.</summary>
    public (int X, int Y) At(Coordinates place) =>
        ((int)decimal.Round((LongitudeHere(place) - West) / (East - West) * Width), (int)decimal.Round((North - place.Latitude) / (North - South) * Height));

    private bool Holds(Coordinates place) =>
        LongitudeHere(place) >= West - Margin && LongitudeHere(place) <= East + Margin && place.Latitude >= South - Margin && place.Latitude <= North + Margin;

    private decimal LongitudeHere(Coordinates place) => place.Longitude < West - Margin ? place.Longitude + 360 : place.Longitude;

    private static IEnumerable<CountryOutline> Rows()
    {
        using var reader = new StreamReader(typeof(CountryOutline).Assembly.GetManifestResourceStream(typeof(CountryOutline), "outlines.tsv")!);
        var header = true;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            if (!header)
                yield return Row(line.Split('\t'));
            header = false;
        }
    }

    private static CountryOutline Row(string[] cells) =>
        new(cells[0], Degrees(cells[1]), Degrees(cells[2]), Degrees(cells[3]), Degrees(cells[4]), Side(cells[5]), Side(cells[6]), cells[7]);

    private static decimal Degrees(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);

    private static int Side(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
