using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Tests.Filling;

/// <summary>Values that something on the way might change: zeros at the end, quotes, blanks, scripts, marks.</summary>
internal static class FillerValues
{
    public static IReadOnlyList<string> Texts { get; } =
    [
        "He said \"yes\", 'no', and a\\b 🌱",
        "Line one\nline two\twith a tab\r\nline three",
        "大同市与德国能源署 <b>&amp;</b> {0} %s $1 --",
        " é as e and a mark, zero\u200Bwidth, İstanbul, =1+1 ",
    ];

    public static IReadOnlyList<decimal> SmallDecimals { get; } = [8.40m, 24.690m, 40.00m, 7m, 0.10m];

    public static IReadOnlyList<decimal> Decimals { get; } = [8.40m, 74_610_000_000.00m, 0.10m, 100m, 1.000000m, 999_999_999_999_990m];

    public static IReadOnlyList<string> Dates { get; } =
    [
        "2025-03-15", "2017-10", "2012", "201X", "20XX?", "2017-XX", "2017-10-XX", "XXXX-10-19", "XXXX-10", "2017-11~", "2017-23%",
        "2014-12-03/2014-12-06", "2012/..", "2012/", "../2020~",
    ];

    public static string ExternalId(ExternalIdScheme scheme) =>
        scheme switch
        {
            ExternalIdScheme.Wikidata => "Q239247",
            ExternalIdScheme.GeoNames => "2037799",
            ExternalIdScheme.UnLocode => "CNSHA",
            ExternalIdScheme.Lei => "5493001KJTIIGC8Y1R12",
            ExternalIdScheme.Ror => "05dxps055",
            _ => "XSHE:300750",
        };
}
