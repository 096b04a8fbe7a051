using CooperationRegistry.Domain.Values.Reading;

namespace CooperationRegistry.Domain.Tests.Values.Reading;

public class QuantityReaderTests
{
    [Theory]
    [InlineData("40 GWh", "Exactly 40 GigawattHour")]
    [InlineData("40GWh", "Exactly 40 GigawattHour")]
    [InlineData("40 gigawatt-hours", "Exactly 40 GigawattHour")]
    [InlineData("40 GW h", "Exactly 40 GigawattHour")]
    [InlineData("40-gigawatt-hour", "Exactly 40 GigawattHour")]
    [InlineData("40-GWh battery plant", "Exactly 40 GigawattHour of battery plant")]
    [InlineData("40 GWh per year", "Exactly 40 GigawattHourPerYear")]
    [InlineData("40 GWh/a", "Exactly 40 GigawattHourPerYear")]
    [InlineData("40 GWh p.a.", "Exactly 40 GigawattHourPerYear")]
    [InlineData("年产40吉瓦时", "Exactly 40 GigawattHourPerYear")]
    [InlineData("8.42 million kW", "Exactly 8.42 MillionKilowatts")]
    [InlineData("8.40 million kilowatts", "Exactly 8.40 MillionKilowatts")]
    [InlineData("842万千瓦", "Exactly 842 TenThousandKilowatts")]
    [InlineData("842 萬千瓦", "Exactly 842 TenThousandKilowatts")]
    [InlineData("８４２万千瓦", "Exactly 842 TenThousandKilowatts")]
    [InlineData("2百万千瓦", "Exactly 2 MillionKilowatts")]
    [InlineData("500千瓦", "Exactly 500 Kilowatt")]
    [InlineData("1.2亿千瓦", "Exactly 120000000 Kilowatt")]
    [InlineData("1亿2000万千瓦时", "Exactly 1.2 HundredMillionKilowattHours")]
    [InlineData("3亿千瓦时", "Exactly 3 HundredMillionKilowattHours")]
    [InlineData("3亿度电", "Exactly 3 HundredMillionKilowattHours")]
    [InlineData("5000万千瓦时/年", "Exactly 5000 TenThousandKilowattHoursPerYear")]
    [InlineData("每年3亿千瓦时", "Exactly 3 HundredMillionKilowattHoursPerYear")]
    [InlineData("1.5 billion kWh", "Exactly 1500000000 KilowattHour")]
    [InlineData("500MWp", "Exactly 500 Megawatt")]
    [InlineData("100兆瓦", "Exactly 100 Megawatt")]
    [InlineData("1,234 MW", "Exactly 1234 Megawatt")]
    [InlineData("1.234 MW", "Exactly 1.234 Megawatt")]
    [InlineData("1 234 567 kW", "Exactly 1234567 Kilowatt")]
    [InlineData("1.234.567 kW", "Exactly 1234567 Kilowatt")]
    [InlineData("1.234,5 kW", "Exactly 1234.5 Kilowatt")]
    [InlineData("1,50,000 jobs", "Exactly 150000 Job")]
    public void Figures_with_units_are_read(string typed, string reading) => AssertRead(typed, reading);

    [Theory]
    [InlineData("about 9 million kW", "About 9 MillionKilowatts")]
    [InlineData("around 9 million kW", "About 9 MillionKilowatts")]
    [InlineData("约900万千瓦", "About 900 TenThousandKilowatts")]
    [InlineData("900万千瓦左右", "About 900 TenThousandKilowatts")]
    [InlineData("over 1,000 jobs", "Over 1000 Job")]
    [InlineData("more than 2 million kilowatts", "Over 2 MillionKilowatts")]
    [InlineData("over 8.42 million kW", "Over 8.42 MillionKilowatts")]
    [InlineData("逾842万千瓦", "Over 842 TenThousandKilowatts")]
    [InlineData("超过100亿千瓦时", "Over 100 HundredMillionKilowattHours")]
    [InlineData("20多家企业", "Over 20 Each of 企业")]
    [InlineData("1000余个就业岗位", "Over 1000 Job")]
    [InlineData("100多万千瓦", "Over 100 TenThousandKilowatts")]
    [InlineData("up to 2.22 million kilowatts", "UpTo 2.22 MillionKilowatts")]
    [InlineData("不超过50万吨", "UpTo 50 TenThousandTonnes")]
    [InlineData("at least 500 MW", "AtLeast 500 Megawatt")]
    [InlineData("500 MW or more", "AtLeast 500 Megawatt")]
    [InlineData("1,000+ jobs", "AtLeast 1000 Job")]
    [InlineData("50%以上", "AtLeast 50 Percent")]
    [InlineData("至少500兆瓦", "AtLeast 500 Megawatt")]
    [InlineData("less than 5 percent", "Under 5 Percent")]
    [InlineData("不到5%", "Under 5 Percent")]
    [InlineData("4.9-6.2 GW", "Range 4.9..6.2 Gigawatt")]
    [InlineData("4.9 – 6.2 GW", "Range 4.9..6.2 Gigawatt")]
    [InlineData("4.9 GW to 6.2 GW", "Range 4.9..6.2 Gigawatt")]
    [InlineData("between 4.9 and 6.2 GW", "Range 4.9..6.2 Gigawatt")]
    [InlineData("from 5 to 10 million kW", "Range 5..10 MillionKilowatts")]
    [InlineData("500,000 to 1 million jobs", "Range 500000..1000000 Job")]
    [InlineData("490万至620万千瓦", "Range 490..620 TenThousandKilowatts")]
    [InlineData("10%到15%", "Range 10..15 Percent")]
    public void Words_that_bound_a_figure_are_read(string typed, string reading) => AssertRead(typed, reading);

    [Theory]
    [InlineData("around 20 companies", "About 20 Each of companies")]
    [InlineData("44 measures", "Exactly 44 Each of measures")]
    [InlineData("44 specific measures", "Exactly 44 Each of specific measures")]
    [InlineData("44项措施", "Exactly 44 Each of 措施")]
    [InlineData("10 fields", "Exactly 10 Each of fields")]
    [InlineData("61 new energy projects", "Exactly 61 Each of new energy projects")]
    [InlineData("58 energy projects", "Exactly 58 Each of energy projects")]
    [InlineData("over 1,000 industry professionals", "Over 1000 Each of industry professionals")]
    [InlineData("twenty-five engineers", "Exactly 25 Each of engineers")]
    [InlineData("three memoranda", "Exactly 3 Each of memoranda")]
    [InlineData("三家企业", "Exactly 3 Each of 企业")]
    [InlineData("24.69 percent", "Exactly 24.69 Percent")]
    [InlineData("7 percent of drinking water", "Exactly 7 Percent of drinking water")]
    [InlineData("7%", "Exactly 7 Percent")]
    [InlineData("70 per cent", "Exactly 70 Percent")]
    [InlineData("百分之七", "Exactly 7 Percent")]
    [InlineData("3 percentage points", "Exactly 3 PercentagePoint")]
    [InlineData("3个百分点", "Exactly 3 PercentagePoint")]
    [InlineData("1,000 tonnes CO2e", "Exactly 1000 TonneCo2e")]
    [InlineData("1,000 t CO₂e", "Exactly 1000 TonneCo2e")]
    [InlineData("1.5 million tonnes of CO2 per year", "Exactly 1.5 MillionTonnesCo2ePerYear")]
    [InlineData("2.5 Mt CO2e", "Exactly 2.5 MillionTonnesCo2e")]
    [InlineData("30万吨二氧化碳", "Exactly 30 TenThousandTonnesCo2e")]
    [InlineData("20万立方米/日", "Exactly 20 TenThousandCubicMetresPerDay")]
    [InlineData("5,000 m³/d", "Exactly 5000 CubicMetrePerDay")]
    [InlineData("12 km²", "Exactly 12 SquareKilometre")]
    [InlineData("300 mu of land", "Exactly 300 Mu of land")]
    [InlineData("300亩", "Exactly 300 Mu")]
    [InlineData("four days", "Exactly 4 Day")]
    [InlineData("a week", "Exactly 1 Week")]
    [InlineData("about a week", "About 1 Week")]
    [InlineData("三个月", "Exactly 3 Month")]
    [InlineData("十年", "Exactly 10 Year")]
    [InlineData("four years", "Exactly 4 Year")]
    [InlineData("triple", "Exactly 3 Times")]
    [InlineData("three times", "Exactly 3 Times")]
    [InlineData("3倍", "Exactly 3 Times")]
    [InlineData("翻两番", "Exactly 4 Times")]
    public void Things_shares_masses_times_are_read(string typed, string reading) => AssertRead(typed, reading);

    [Theory]
    [InlineData("1,5 MW", "1.5 Megawatt", "15 Megawatt")]
    [InlineData("0,234 GW", "0.234 Gigawatt", "234 Gigawatt")]
    [InlineData("5 MT", "5 Tonne", "5 MillionTonnes")]
    public void What_may_mean_two_quantities_is_asked(string typed, params string[] candidates)
    {
        var reading = QuantityReader.Read(typed);

        Assert.Null(reading.Quantity);
        Assert.Null(reading.Problem);
        Assert.Equal(candidates.Select(text => "Exactly " + text), reading.Candidates.Select(Written.Of));
    }

    [Theory]
    [InlineData("", ReadingProblem.Empty)]
    [InlineData("  ", ReadingProblem.Empty)]
    [InlineData("several companies", ReadingProblem.NoNumber)]
    [InlineData("a few companies", ReadingProblem.NoNumber)]
    [InlineData("hundreds of jobs", ReadingProblem.NoNumber)]
    [InlineData("数百家企业", ReadingProblem.NoNumber)]
    [InlineData("over 1,000", ReadingProblem.NoUnit)]
    [InlineData("842万", ReadingProblem.NoUnit)]
    [InlineData("1,23,4 MW", ReadingProblem.MalformedNumber)]
    [InlineData("1..5 MW", ReadingProblem.MalformedNumber)]
    [InlineData("-5 MW", ReadingProblem.OutOfRange)]
    [InlineData("99999999999999999 kW", ReadingProblem.OutOfRange)]
    [InlineData("9999999999999999999999999999999999 kW", ReadingProblem.OutOfRange)]
    [InlineData("5 PJ", ReadingProblem.UnknownUnit)]
    [InlineData("5 MW p", ReadingProblem.UnknownUnit)]
    [InlineData("500 kV", ReadingProblem.UnknownUnit)]
    [InlineData("100 barrels", ReadingProblem.UnknownUnit)]
    [InlineData("5 MW per year", ReadingProblem.UnknownUnit)]
    [InlineData("40 GWh per month", ReadingProblem.NotUnderstood)]
    [InlineData("5 billion yuan", ReadingProblem.UnknownUnit)]
    [InlineData("6.2-4.9 GW", ReadingProblem.RangeReversed)]
    [InlineData("over 5-6 GW", ReadingProblem.QualifiersDisagree)]
    [InlineData("at least 5 MW or less", ReadingProblem.QualifiersDisagree)]
    [InlineData("44 measures in 10 fields", ReadingProblem.SeveralFigures)]
    [InlineData("5 MW to 6 GW", ReadingProblem.SeveralFigures)]
    [InlineData("5 GW and 6 GW", ReadingProblem.SeveralFigures)]
    [InlineData("70 percent since 2010", ReadingProblem.SeveralFigures)]
    [InlineData("2021年", ReadingProblem.LooksLikeDate)]
    public void What_cannot_be_read_says_why(string typed, ReadingProblem problem)
    {
        var reading = QuantityReader.Read(typed);

        Assert.Equal((problem, null, 0), (reading.Problem, reading.Quantity, reading.Candidates.Count));
    }

    private static void AssertRead(string typed, string expected)
    {
        var reading = QuantityReader.Read(typed);

        Assert.Null(reading.Problem);
        Assert.NotNull(reading.Quantity);
        Assert.Equal(expected, Written.Of(reading.Quantity));
        Assert.Equal(typed.Trim(), reading.Quantity.AsPrinted);
    }
}
