using System.Globalization;
using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values;

public static partial class ExternalIds
{
    private const string RorDigits = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Form and check digits only; whether the id exists is for its register to say.</summary>
    public static bool IsWellFormed(ExternalIdScheme scheme, string? value) => value is not null && scheme switch
    {
        ExternalIdScheme.Wikidata => Wikidata().IsMatch(value),
        ExternalIdScheme.GeoNames => GeoNames().IsMatch(value),
        ExternalIdScheme.UnLocode => UnLocode().IsMatch(value) && CodeLists.Countries.Contains(value[..2]),
        ExternalIdScheme.Lei => Lei().IsMatch(value) && LeiRemainder(value) == 1,
        ExternalIdScheme.Ror => Ror().IsMatch(value) && RorChecksum(value) == value[^2..],
        ExternalIdScheme.Ticker => Ticker().IsMatch(value),
        _ => false,
    };

    /// <summary>ISO 7064 MOD 97-10 over the letters as numbers, A = 10 to Z = 35.</summary>
    private static int LeiRemainder(string value)
    {
        var remainder = 0;
        foreach (var c in value)
            remainder = char.IsAsciiDigit(c) ? (remainder * 10 + c - '0') % 97 : (remainder * 100 + c - 'A' + 10) % 97;
        return remainder;
    }

    /// <summary>ISO 7064 MOD 97-10 over the first seven characters read as Crockford's base 32.</summary>
    private static string RorChecksum(string value)
    {
        var number = value[..7].Aggregate(0L, (sum, c) => sum * 32 + RorDigits.IndexOf(c, StringComparison.Ordinal));
        return (98 - number * 100 % 97).ToString("00", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\AQ[1-9][0-9]{0,11}\z")]
    private static partial Regex Wikidata();

    [GeneratedRegex(@"\A[1-9][0-9]{0,9}\z")]
    private static partial Regex GeoNames();

    [GeneratedRegex(@"\A[A-Z]{2}[A-Z2-9]{3}\z")]
    private static partial Regex UnLocode();

    [GeneratedRegex(@"\A[A-Z0-9]{18}[0-9]{2}\z")]
    private static partial Regex Lei();

    [GeneratedRegex(@"\A0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}\z")]
    private static partial Regex Ror();

    [GeneratedRegex(@"\A[A-Z0-9]{4}:[A-Z0-9][A-Z0-9.\-]{0,11}\z")]
    private static partial Regex Ticker();
}
