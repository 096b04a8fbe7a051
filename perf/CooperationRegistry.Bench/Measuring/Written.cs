using System.Globalization;

namespace CooperationRegistry.Bench.Measuring;

/// <summary>Numbers as the tables have them: three digits or more, thousands set apart.</summary>
internal static class Written
{
    public static string Of(double value) => value.ToString(
        Math.Abs(value) switch
        {
            >= 100 => "#,0",
            >= 10 => "0.0",
            _ => "0.00",
        },
        CultureInfo.InvariantCulture);

    public static string Of(double value, string unit) => $"{Of(value)} {unit}";
}
