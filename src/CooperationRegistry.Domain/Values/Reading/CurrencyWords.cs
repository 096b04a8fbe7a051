using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>Names and signs of currencies. Several codes where the name alone does not tell; ISO 4217 codes besides, in capitals.</summary>
internal static partial class CurrencyWords
{
    /// <summary>A bare dollar sign: the likeliest first.</summary>
    public static readonly string[] Dollars = ["USD", "HKD", "AUD", "CAD", "SGD", "NZD", "TWD"];

    private static readonly string[] Rupees = ["INR", "PKR", "LKR", "NPR"];

    /// <summary>The unit of any currency behind its name: 港币5亿元. Alone it is the yuan.</summary>
    private static readonly string[] AnyUnit = ["CNY"];

    private static readonly PhraseTable<string[]> Names = new(
        (["CNY"], "yuan|renminbi|rmb|rmb yuan|yuan rmb|yuan renminbi|chinese yuan|cn¥|cny|人民币|元人民币|人民币元"),
        (AnyUnit, "元|圆"),
        (["CNY", "JPY"], "¥"),
        (["USD"], "us$|us $|usd|us dollars|us dollar|u.s. dollars|u.s. dollar|american dollars|usd$|美元|美金"),
        (["HKD"], "hk$|hkd|hong kong dollars|hong kong dollar|港元|港币"),
        (["AUD"], "a$|au$|aud|australian dollars|澳元|澳大利亚元"),
        (["CAD"], "c$|ca$|cad|canadian dollars|加元|加拿大元"),
        (["SGD"], "s$|sg$|sgd|singapore dollars|新加坡元|新元"),
        (["NZD"], "nz$|nzd|new zealand dollars|新西兰元"),
        (["TWD"], "nt$|twd|new taiwan dollars|新台币"),
        (Dollars, "$|dollar|dollars"),
        (["EUR"], "€|eur|euro|euros|欧元"),
        (["GBP"], "£|gbp|pounds sterling|british pounds|pound sterling|pounds|英镑"),
        (["JPY"], "jpy|yen|jp¥|japanese yen|日元|日圆"),
        (["KRW"], "₩|krw|won|south korean won|韩元"),
        (["INR"], "₹|inr|indian rupees|印度卢比"),
        (Rupees, "rs.|rs|rupee|rupees|卢比"),
        (["RUB"], "₽|rub|roubles|rubles|russian roubles|卢布"),
        (["CHF"], "chf|swiss francs|swiss franc|瑞士法郎"),
        (["CHF", "XOF", "XAF"], "franc|francs|法郎"),
        (["DKK"], "dkk|danish kroner|danish krone|丹麦克朗"),
        (["SEK"], "sek|kronor|swedish kronor|swedish krona|瑞典克朗"),
        (["NOK"], "nok|norwegian kroner|norwegian krone|挪威克朗"),
        (["DKK", "NOK", "SEK"], "kr|kr.|kroner|krone|克朗"),
        (["BRL"], "r$|brl|brazilian reais|reais|雷亚尔"),
        (["ZAR"], "zar|rand|兰特"),
        (["THB"], "฿|thb|baht|泰铢"),
        (["MYR"], "rm|myr|ringgit|林吉特"),
        (["IDR"], "rp|idr|rupiah|印尼盾"),
        (["VND"], "₫|vnd|dong|越南盾"),
        (["KZT"], "kzt|tenge|坚戈"),
        (["TRY"], "₺|turkish lira|lira"),
        (["PLN"], "pln|zloty|zlotys|兹罗提"),
        (["HUF"], "huf|forint|forints|福林"),
        (["AED"], "aed|emirati dirhams|uae dirhams"),
        (["AED", "MAD"], "dirham|dirhams|迪拉姆"),
        (["SAR"], "sar|saudi riyals"),
        (["SAR", "QAR", "OMR"], "riyal|riyals"),
        (["MXN", "PHP", "ARS", "CLP", "COP"], "peso|pesos|比索"),
        (["KES", "TZS", "UGX"], "shilling|shillings"));

    /// <summary>Empty where none stands there.</summary>
    public static IReadOnlyList<string> TakeFirst(string text, out string rest)
    {
        if (Names.TryTakeFirst(text, out var codes, out rest))
            return codes;
        if (Code().Match(text) is { Success: true } code && CodeLists.Currencies.Contains(code.Value))
        {
            rest = text[code.Length..].TrimStart();
            return [code.Value];
        }

        return [];
    }

    /// <summary>What the words before and behind the figure agree on. With lakh and crore a rupee is India's.</summary>
    public static IReadOnlyList<string> Agreed(IReadOnlyList<string> before, IReadOnlyList<string> behind, bool isIndian)
    {
        var agreed = before.Count == 0 ? behind
            : behind.Count == 0 || ReferenceEquals(behind, AnyUnit) ? before
            : [.. before.Intersect(behind)];
        return isIndian && ReferenceEquals(agreed, Rupees) ? ["INR"] : agreed;
    }

    [GeneratedRegex(@"\b(lakhs?|lac|crores?|cr)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    public static partial Regex IndianScale();

    [GeneratedRegex(@"\A[A-Z]{3}(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
