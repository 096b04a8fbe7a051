using System.Globalization;
using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>
/// Numbers written in digits. A comma or a blank groups thousands only where every group fits; a single point is a decimal
/// point; a single comma that groups nothing may be a decimal comma or a slip, so both are answered.
/// </summary>
internal static partial class Numerals
{
    /// <summary>More digits than a decimal keeps exactly would be rounded silently.</summary>
    private const int MostDigits = 24;

    private static readonly (Regex Form, Func<string, string[]> Readings)[] Forms =
    [
        (Plain(), text => [text]),
        (Grouped(), text => [Without(text, ',')]),
        (ApostropheGrouped(), text => [Without(text, '\'')]),
        (IndianGrouped(), text => [Without(text, ',')]),
        (PointGrouped(), text => [Without(text, '.').Replace(',', '.')]),
        (BlankGrouped(), text => [Without(text, ' ').Replace(',', '.')]),
        (OneComma(), text => [text.Replace(',', '.'), Without(text, ',')]),
    ];

    /// <summary>None where malformed, two where it must be asked.</summary>
    public static IReadOnlyList<decimal> Read(string digits)
    {
        foreach (var (form, readings) in Forms)
        {
            if (form.IsMatch(digits))
                return [.. readings(digits).Select(text => decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)).Distinct()];
        }

        return [];
    }

    /// <summary>Coins and jobs have no three decimals: EUR 1.234 may be grouped, EUR 1.234 million is not.</summary>
    public static IReadOnlyList<decimal> ReadOfCoins(string digits) =>
        ThreeDecimals().IsMatch(digits) ? [.. Read(digits), .. Read(Without(digits, '.'))] : Read(digits);

    public static bool IsTooLong(string digits) => digits.Count(char.IsAsciiDigit) > MostDigits;

    [GeneratedRegex(@"\A([0-9]{1,3}( [0-9]{3})+(?![0-9])([.,][0-9]+)?|[0-9]+([.,']+[0-9]+)*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    public static partial Regex Digits();

    private static string Without(string text, char separator) =>
        text.Replace(separator.ToString(), "", StringComparison.Ordinal);

    [GeneratedRegex(@"\A[0-9]+(\.[0-9]+)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\A[1-9][0-9]{0,2}('[0-9]{3})+(\.[0-9]+)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ApostropheGrouped();

    [GeneratedRegex(@"\A[1-9][0-9]?(,[0-9]{2})+,[0-9]{3}(\.[0-9]+)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex IndianGrouped();

    [GeneratedRegex(@"\A[1-9][0-9]{0,2}((\.[0-9]{3}){2,}(,[0-9]+)?|\.[0-9]{3},[0-9]+)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex PointGrouped();

    [GeneratedRegex(@"\A[1-9][0-9]{0,2}( [0-9]{3})+([.,][0-9]+)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex BlankGrouped();

    [GeneratedRegex(@"\A[1-9][0-9]{0,2}\.[0-9]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ThreeDecimals();

    [GeneratedRegex(@"\A[0-9]+,[0-9]+\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OneComma();
}
