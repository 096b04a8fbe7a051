using CooperationRegistry.Domain.Values.Reading;

namespace CooperationRegistry.Domain.Tests.Values.Reading;

/// <summary>Every date, figure and amount that the five sample items print.</summary>
public class SeedItemTests
{
    [Theory]
    [InlineData("19 October", "XXXX-10-19")]
    [InlineData("2016", "2016")]
    [InlineData("2024", "2024")]
    [InlineData("1980s", "198X")]
    [InlineData("2013 to 2016", "2013/2016")]
    [InlineData("2021 to 2025", "2021/2025")]
    [InlineData("2021", "2021")]
    [InlineData("end of July", "XXXX-07")]
    [InlineData("the end of July (2021)", "2021-07")]
    [InlineData("2021-08-31", "2021-08-31")]
    [InlineData("3 December 2014", "2014-12-03")]
    [InlineData("4 December 2014", "2014-12-04")]
    [InlineData("2014-12-04 09:55:13", "2014-12-04")]
    [InlineData("2012", "2012")]
    [InlineData("since 2012", "2012/..")]
    [InlineData("since 2010", "2010/..")]
    [InlineData("15 March", "XXXX-03-15")]
    [InlineData("2025-03-26", "2025-03-26")]
    [InlineData("2026", "2026")]
    [InlineData("2009-2020", "2009/2020")]
    [InlineData("2017-11-07", "2017-11-07")]
    public void Dates_are_read(string printed, string edtf) => Assert.Equal(edtf, DateReader.Read(printed).Date?.Text);

    [Theory]
    [InlineData("not earlier than 2016", ReadingProblem.BoundOnly)]
    [InlineData("by 2020", ReadingProblem.BoundOnly)]
    [InlineData("recently", ReadingProblem.RelativeDate)]
    [InlineData("recently before 2017-11-07", ReadingProblem.RelativeDate)]
    public void Dates_that_are_only_bounds_are_refused(string printed, ReadingProblem problem) =>
        Assert.Equal(problem, DateReader.Read(printed).Problem);

    [Theory]
    [InlineData("about a week", "About 1 Week")]
    [InlineData("two leaders", "Exactly 2 Each of leaders")]
    [InlineData("44 specific measures", "Exactly 44 Each of specific measures")]
    [InlineData("10 fields", "Exactly 10 Each of fields")]
    [InlineData("three companies", "Exactly 3 Each of companies")]
    [InlineData("two institutes", "Exactly 2 Each of institutes")]
    [InlineData("61 new energy projects", "Exactly 61 Each of new energy projects")]
    [InlineData("58 energy projects", "Exactly 58 Each of energy projects")]
    [InlineData("around 9 million kW", "About 9 MillionKilowatts")]
    [InlineData("about 8.99 million kW", "About 8.99 MillionKilowatts")]
    [InlineData("2.22 million kW", "Exactly 2.22 MillionKilowatts")]
    [InlineData("24.69 percent of installed capacity", "Exactly 24.69 Percent of installed capacity")]
    [InlineData("four days", "Exactly 4 Day")]
    [InlineData("around 20 companies", "About 20 Each of companies")]
    [InlineData("7 percent of drinking water", "Exactly 7 Percent of drinking water")]
    [InlineData("70 percent", "Exactly 70 Percent")]
    [InlineData("triple", "Exactly 3 Times")]
    [InlineData("40 gigawatt-hours", "Exactly 40 GigawattHour")]
    [InlineData("over 8.42 million kW of installed renewable capacity", "Over 8.42 MillionKilowatts of installed renewable capacity")]
    [InlineData("over 1,000 industry professionals", "Over 1000 Each of industry professionals")]
    [InlineData("three bodies", "Exactly 3 Each of bodies")]
    [InlineData("two memoranda", "Exactly 2 Each of memoranda")]
    public void Figures_are_read(string printed, string reading) => Assert.Equal(reading, Written.Of(QuantityReader.Read(printed).Quantity!));

    [Theory]
    [InlineData("44 specific measures in 10 fields", ReadingProblem.SeveralFigures)]
    [InlineData("1715", ReadingProblem.NoUnit)]
    [InlineData("over 1,000", ReadingProblem.NoUnit)]
    public void Figures_that_do_not_stand_alone_are_refused(string printed, ReadingProblem problem) =>
        Assert.Equal(problem, QuantityReader.Read(printed).Problem);

    [Theory]
    [InlineData("74.61 billion yuan", "Exactly 74610000000 CNY")]
    [InlineData("11.55 billion US dollars", "Exactly 11550000000 USD")]
    [InlineData("74.61 billion yuan (11.55 billion US dollars)", "Exactly 74610000000 CNY = 11550000000 USD")]
    [InlineData("74.61 billion yuan, given also as 11.55 billion US dollars", "Exactly 74610000000 CNY = 11550000000 USD")]
    [InlineData("215 million euros", "Exactly 215000000 EUR")]
    [InlineData("265 million US dollars", "Exactly 265000000 USD")]
    [InlineData("215 million euros (265 million US dollars)", "Exactly 215000000 EUR = 265000000 USD")]
    [InlineData("about 72 million euros", "About 72000000 EUR")]
    [InlineData("1.25 US dollars", "Exactly 1.25 USD")]
    public void Amounts_are_read(string printed, string reading) => Assert.Equal(reading, Written.Of(MoneyReader.Read(printed).Money!));

    [Fact]
    public void Dollars_of_no_country_are_asked_about() => Assert.Equal("USD", MoneyReader.Read("268.75 million dollars").Candidates[0].Currency);
}
