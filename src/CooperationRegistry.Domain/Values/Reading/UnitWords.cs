using static CooperationRegistry.Domain.Values.Unit;

namespace CooperationRegistry.Domain.Values.Reading;

internal static class UnitWords
{
    /// <summary>Where the case of a letter makes another unit, or two may be meant.</summary>
    public static readonly PhraseTable<Unit[]> ByCase = new(
        StringComparison.Ordinal,
        ([MillionTonnes], "Mt"),
        ([MillionTonnesCo2e], "MtCO2e|MtCO2|MtCO2eq|MtCO2-eq"),
        ([Tonne, MillionTonnes], "mt|MT"),
        ([Metre], "m"),
        ([SquareMetre], "m2"),
        ([CubicMetre], "m3"),
        ([Hour], "h"),
        ([Day], "d"));

    public static readonly PhraseTable<Unit[]> Words = new(
        ([Kilowatt], "kw|kwp|kwe|kw(e)|kwac|kw ac|kwdc|kw dc|kwth|kw(th)|kilowatt|kilowatts|千瓦"),
        ([Megawatt], "mw|mwp|mwe|mw(e)|mwac|mw ac|mwdc|mw dc|mwth|mw(th)|megawatt|megawatts|兆瓦"),
        ([Gigawatt], "gw|gwp|gwe|gw(e)|gwac|gw ac|gwdc|gw dc|gwth|gw(th)|gigawatt|gigawatts|吉瓦"),
        ([KilowattHour], "kwh|kw h|kw-h|kw·h|kilowatt-hour|kilowatt-hours|kilowatthour|kilowatthours|kilowatt hour|kilowatt hours|千瓦时|千瓦小时|千瓦·时|度|度电"),
        ([MegawattHour], "mwh|mw h|mw-h|mw·h|megawatt-hour|megawatt-hours|megawatthour|megawatthours|megawatt hour|megawatt hours|兆瓦时|兆瓦小时"),
        ([GigawattHour], "gwh|gw h|gw-h|gw·h|gigawatt-hour|gigawatt-hours|gigawatthour|gigawatthours|gigawatt hour|gigawatt hours|吉瓦时|吉瓦小时"),
        ([TerawattHour], "twh|tw h|tw-h|tw·h|terawatt-hour|terawatt-hours|terawatthour|terawatthours|terawatt hour|terawatt hours|太瓦时"),
        ([Kilogram], "kg|kgs|kilogram|kilograms|千克|公斤"),
        ([Tonne], "t|tonne|tonnes|ton|tons|metric ton|metric tons|metric tonne|metric tonnes|吨"),
        ([KilogramCo2e], "kgco2e|kgco2|kgco2eq"),
        ([TonneCo2e], "tco2e|tco2|tco2eq|tco2-eq"),
        ([SquareMetre], "sq m|sqm|sq. m|sq metres|sq meters|sq. metres|sq. meters|square metre|square metres|square meter|square meters|平方米|平方|平米"),
        ([Hectare], "ha|hectare|hectares|公顷"),
        ([SquareKilometre], "km2|sq km|sqkm|sq. km|sq. kilometres|sq. kilometers|sq kilometres|sq kilometers|square kilometre|square kilometres|square kilometer|square kilometers|平方公里|平方千米"),
        ([Mu], "mu|亩"),
        ([Percent], "%|percent|per cent|pct"),
        ([PercentagePoint], "percentage point|percentage points|percentage-point|pp|个百分点|百分点"),
        ([Times], "times|fold|x|×|倍"),
        ([Metre], "metre|metres|meter|meters|米"),
        ([Kilometre], "km|kilometre|kilometres|kilometer|kilometers|公里|千米"),
        ([CubicMetre], "cubic metre|cubic metres|cubic meter|cubic meters|cu m|立方米|立方"),
        ([Job], "job|jobs|个就业岗位|就业岗位|个工作岗位|工作岗位|个岗位|个就业机会"),
        ([Hour], "hour|hours|hr|hrs|小时|个小时"),
        ([Day], "day|days|天|日"),
        ([Week], "week|weeks|周|星期|个星期"),
        ([Month], "month|months|个月"),
        ([Year], "year|years|yr|yrs|年"));

    /// <summary>Behind a mass.</summary>
    public static readonly PhraseTable<bool> Co2e = new((true,
        "co2e|co2-e|co2eq|co2当量|co2-eq|co2 equivalent|co2|of co2e|of co2|of co2 equivalent|carbon dioxide equivalent|carbon dioxide|"
        + "of carbon dioxide equivalent|of carbon dioxide|二氧化碳当量|二氧化碳"));

    public static readonly PhraseTable<bool> Yearly = new((true,
        "per year|a year|each year|every year|yearly|annually|per annum|p.a|/year|/yr|/y|/a|/ year|/年|每年"));

    public static readonly PhraseTable<bool> Daily = new((true, "per day|a day|each day|daily|/day|/d|/日|/天|每日|每天"));

    /// <summary>Chinese counters: 20家企业 are twenty 企业.</summary>
    public static readonly PhraseTable<bool> Counters = new((true, "个|家|项|座|名|位|台|条|处|所|户|辆|套|份|种|批|支|只"));

    /// <summary>The figure for what a word multiplies by.</summary>
    public static readonly PhraseTable<decimal> Multiples = new(
        (2, "double|doubled|doubling|twice|twofold|翻番|翻一番"),
        (3, "triple|tripled|tripling|treble|trebled|thrice|threefold"),
        (4, "quadruple|quadrupled|fourfold|翻两番"),
        (5, "fivefold"),
        (10, "tenfold"));

    /// <summary>Units of the world that the registry does not keep; they are not things to count.</summary>
    public static readonly PhraseTable<bool> Foreign = new((true,
        "watt|watts|tw|bps|cbm|bcm|tcm|成|里|btu|mmbtu|min|mins|sec|secs|lb|lbs|terawatt|terawatts|joule|joules|gigajoules|petajoules|tce|toe|mtoe|barrel|barrels|litre|litres|liter|liters|gallon|gallons|"
        + "acre|acres|mile|miles|foot|feet|yard|yards|pound|pounds|volt|volts|kilovolt|kilovolts|degree|degrees|摄氏度|方|minute|minutes|second|seconds|"
        + "kilotonne|kilotonnes|decade|decades|yuan|euro|euros|dollar|dollars|rupees|瓦|万伏|千伏|伏|吨标准煤|吨标煤|升|桶|英里|英亩|分钟|秒|元|美元|欧元|港元|日元|人民币"));
}
