using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>Names and signs of currencies. Several codes where the name alone does not tell; ISO 4217 codes besides, in capitals.</summary>
internal static partial class CurrencyWords
{
    /// <summary>A bare dollar sign: the likeliest first.</summary>
    public static readonly string[] Dollars = ["USD", "HKD", "AUD", "CAD", "SGD", "NZD", "TWD"];

    private static readonly string[] Rupees = ["INR", "PKR", "LKR", "NPR"];

    /// <summary>The unit of any currency behind its name: 港币5亿元. Alone, or behind ¥, it is the yuan.</summary>
    private static readonly string[] AnyUnit = ["CNY"];

    private static readonly PhraseTable<string[]> Names = new(
        (["CNY"], "yuan|renminbi|rmb|rmb yuan|yuan rmb|yuan renminbi|chinese yuan|cn¥|rmb¥|cny|人民币|元人民币|人民币元"),
        (AnyUnit, "元|圆"),
        (["CNY", "JPY"], "¥"),
        (["USD"], "us$|us $|usd|us dollars|us dollar|u.s. dollars|u.s. dollar|american dollars|usd$|$us|美元|美金"),
        (["HKD"], "hk$|hkd|hong kong dollars|hong kong dollar|港元|港币|元港币"),
        (["AUD"], "a$|au$|aud|australian dollars|australian dollar|澳元|澳大利亚元"),
        (["CAD"], "c$|ca$|cad|canadian dollars|canadian dollar|加元|加拿大元"),
        (["SGD"], "s$|sg$|sgd|singapore dollars|singapore dollar|新加坡元|新元|新币"),
        (["NZD"], "nz$|nzd|new zealand dollars|new zealand dollar|新西兰元"),
        (["TWD"], "nt$|twd|new taiwan dollars|new taiwan dollar|新台币|台币"),
        (["MOP"], "mop$|mop|patacas|澳门元|澳门币"),
        (Dollars, "$|dollar|dollars"),
        (["EUR"], "€|eur|euro|euros|欧元"),
        (["GBP"], "£|gbp|pounds sterling|british pounds|pound sterling|pounds|英镑"),
        (["EGP"], "egp|egyptian pounds|埃及镑"),
        (["JPY"], "jpy|yen|jp¥|japanese yen|日元|日圆|円"),
        (["KRW"], "₩|krw|won|south korean won|korean won|韩元"),
        (["INR"], "₹|inr|indian rupees|印度卢比"),
        (["PKR"], "pakistani rupees|巴基斯坦卢比"),
        (["LKR"], "sri lankan rupees|斯里兰卡卢比"),
        (["NPR"], "nepalese rupees|nepali rupees|尼泊尔卢比"),
        (Rupees, "rs.|rs|rupee|rupees|卢比"),
        (["RUB"], "₽|rub|roubles|rubles|russian roubles|卢布"),
        (["CHF"], "chf|sfr|sfr.|swiss francs|swiss franc|瑞士法郎|瑞郎"),
        (["CHF", "XOF", "XAF"], "franc|francs|法郎"),
        (["DKK"], "dkk|danish kroner|danish krone|丹麦克朗"),
        (["SEK"], "sek|kronor|swedish kronor|swedish krona|瑞典克朗"),
        (["NOK"], "nok|norwegian kroner|norwegian krone|挪威克朗"),
        (["DKK", "NOK", "SEK"], "kr|kr.|kroner|krone|克朗"),
        (["BRL"], "r$|brl|brazilian reais|brazilian real|reais|雷亚尔"),
        (["ZAR"], "zar|rand|south african rand|兰特"),
        (["THB"], "฿|thb|baht|thai baht|泰铢"),
        (["MYR"], "rm|myr|ringgit|malaysian ringgit|林吉特|马来西亚林吉特|马币"),
        (["IDR"], "rp|idr|rupiah|indonesian rupiah|印尼盾|印尼卢比"),
        (["VND"], "₫|vnd|dong|vietnamese dong|越南盾"),
        (["KZT"], "₸|kzt|tenge|坚戈"),
        (["TRY"], "₺|turkish lira|turkish liras|里拉|土耳其里拉"),
        (["PLN"], "pln|zloty|zlotys|polish zloty|polish zlotys|兹罗提"),
        (["HUF"], "huf|forint|forints|hungarian forints|福林"),
        (["CZK"], "czk|czech koruna|czech korunas|czech crowns|koruna|捷克克朗"),
        (["RON"], "ron|romanian lei|romanian leu|罗马尼亚列伊"),
        (["UAH"], "₴|uah|hryvnia|hryvnias|格里夫纳"),
        (["ILS"], "₪|ils|shekel|shekels|israeli shekels|谢克尔"),
        (["NGN"], "₦|ngn|naira|nigerian naira|奈拉"),
        (["BDT"], "৳|tk|tk.|bdt|taka|bangladeshi taka|塔卡"),
        (["MNT"], "₮|mnt|tugrik|tugriks|图格里克"),
        (["MMK"], "mmk|kyat|kyats|缅元"),
        (["LAK"], "₭|lak|kip|基普"),
        (["KHR"], "khr|riel|riels|瑞尔"),
        (["UZS"], "uzs|uzbek som|uzbek soum|苏姆"),
        (["ETB"], "etb|birr|ethiopian birr|比尔"),
        (["AED"], "aed|emirati dirhams|uae dirhams"),
        (["AED", "MAD"], "dirham|dirhams|迪拉姆"),
        (["SAR"], "sar|saudi riyals|沙特里亚尔"),
        (["QAR"], "qar|qatari riyals|卡塔尔里亚尔"),
        (["OMR"], "omr|omani rials|阿曼里亚尔"),
        (["SAR", "QAR", "OMR"], "riyal|riyals|里亚尔"),
        (["KWD"], "kwd|kuwaiti dinars|科威特第纳尔"),
        (["KWD", "IQD", "JOD", "BHD", "DZD", "TND", "RSD", "LYD"], "dinar|dinars|第纳尔"),
        (["MXN"], "mex$|mx$|mxn|mexican pesos|墨西哥比索"),
        (["PHP"], "₱|php|philippine pesos|菲律宾比索"),
        (["ARS"], "ars|argentine pesos|阿根廷比索"),
        (["CLP"], "clp|chilean pesos|智利比索"),
        (["COP"], "cop|colombian pesos|哥伦比亚比索"),
        (["MXN", "PHP", "ARS", "CLP", "COP"], "peso|pesos|比索"),
        (["KES"], "ksh|kes|kenyan shillings|肯尼亚先令"),
        (["TZS"], "tzs|tanzanian shillings|坦桑尼亚先令"),
        (["UGX"], "ugx|ugandan shillings|乌干达先令"),
        (["KES", "TZS", "UGX"], "shilling|shillings|先令"));

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
        var isAnyUnit = ReferenceEquals(behind, AnyUnit) && !before.Contains(AnyUnit[0]);
        var agreed = before.Count == 0 ? behind
            : behind.Count == 0 || isAnyUnit ? before
            : [.. before.Intersect(behind)];
        return isIndian && ReferenceEquals(agreed, Rupees) ? ["INR"] : agreed;
    }

    [GeneratedRegex(@"(?<![a-z])(lakhs?|lac|crores?|cr)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    public static partial Regex IndianScale();

    [GeneratedRegex(@"\A[A-Z]{3}(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
