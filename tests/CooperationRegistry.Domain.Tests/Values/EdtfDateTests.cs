using System.Globalization;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Tests.Values;

public class EdtfDateTests
{
    [Theory]
    [InlineData("2025-03-15", EdtfPrecision.Day, "2025-03-15", "2025-03-15")]
    [InlineData("2024-02-29", EdtfPrecision.Day, "2024-02-29", "2024-02-29")]
    [InlineData("2000-02-29", EdtfPrecision.Day, "2000-02-29", "2000-02-29")]
    [InlineData("2017-10", EdtfPrecision.Month, "2017-10-01", "2017-10-31")]
    [InlineData("2017-02", EdtfPrecision.Month, "2017-02-01", "2017-02-28")]
    [InlineData("2012", EdtfPrecision.Year, "2012-01-01", "2012-12-31")]
    [InlineData("0001", EdtfPrecision.Year, "0001-01-01", "0001-12-31")]
    [InlineData("9999", EdtfPrecision.Year, "9999-01-01", "9999-12-31")]
    [InlineData("201X", EdtfPrecision.Decade, "2010-01-01", "2019-12-31")]
    [InlineData("20XX", EdtfPrecision.Century, "2000-01-01", "2099-12-31")]
    [InlineData("00XX", EdtfPrecision.Century, "0001-01-01", "0099-12-31")]
    [InlineData("999X", EdtfPrecision.Decade, "9990-01-01", "9999-12-31")]
    [InlineData("2017-XX", EdtfPrecision.Year, "2017-01-01", "2017-12-31")]
    [InlineData("2017-XX-XX", EdtfPrecision.Year, "2017-01-01", "2017-12-31")]
    [InlineData("2017-10-XX", EdtfPrecision.Month, "2017-10-01", "2017-10-31")]
    [InlineData("XXXX-10-19", EdtfPrecision.DayWithoutYear, null, null)]
    [InlineData("XXXX-02-29", EdtfPrecision.DayWithoutYear, null, null)]
    [InlineData("XXXX-10", EdtfPrecision.MonthWithoutYear, null, null)]
    [InlineData("XXXX-10-XX", EdtfPrecision.MonthWithoutYear, null, null)]
    [InlineData("2017-21", EdtfPrecision.Season, "2017-03-01", "2017-05-31")]
    [InlineData("2017-22", EdtfPrecision.Season, "2017-06-01", "2017-08-31")]
    [InlineData("2017-23", EdtfPrecision.Season, "2017-09-01", "2017-11-30")]
    [InlineData("2023-24", EdtfPrecision.Season, "2023-12-01", "2024-02-29")]
    [InlineData("9999-24", EdtfPrecision.Season, "9999-12-01", "9999-12-31")]
    [InlineData("2017-11~", EdtfPrecision.Month, "2017-11-01", "2017-11-30")]
    [InlineData("2014-12-03/2014-12-06", EdtfPrecision.Interval, "2014-12-03", "2014-12-06")]
    [InlineData("2013/2016", EdtfPrecision.Interval, "2013-01-01", "2016-12-31")]
    [InlineData("2012/2012", EdtfPrecision.Interval, "2012-01-01", "2012-12-31")]
    [InlineData("2014-06/2014", EdtfPrecision.Interval, "2014-06-01", "2014-12-31")]
    [InlineData("201X/2012", EdtfPrecision.Interval, "2010-01-01", "2012-12-31")]
    [InlineData("2012/..", EdtfPrecision.Interval, "2012-01-01", null)]
    [InlineData("../2016", EdtfPrecision.Interval, null, "2016-12-31")]
    [InlineData("2012/", EdtfPrecision.Interval, "2012-01-01", null)]
    [InlineData("/2016-07", EdtfPrecision.Interval, null, "2016-07-31")]
    [InlineData("2012~/2016?", EdtfPrecision.Interval, "2012-01-01", "2016-12-31")]
    [InlineData("XXXX-10-19/XXXX-10-22", EdtfPrecision.Interval, null, null)]
    [InlineData("XXXX-12-28/XXXX-01-02", EdtfPrecision.Interval, null, null)]
    public void Date_readable_has_precision_and_bounds(string text, EdtfPrecision precision, string? earliest, string? latest)
    {
        var date = EdtfDate.Parse(text);

        Assert.Equal(precision, date.Precision);
        Assert.Equal(earliest, date.Earliest?.ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(latest, date.Latest?.ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("", EdtfProblem.Empty)]
    [InlineData("15 March 2025", EdtfProblem.UnknownForm)]
    [InlineData("2025-3-15", EdtfProblem.UnknownForm)]
    [InlineData(" 2025-03-15", EdtfProblem.UnknownForm)]
    [InlineData("2025-03-15\n", EdtfProblem.UnknownForm)]
    [InlineData("2025-03-15T10:00:00Z", EdtfProblem.UnknownForm)]
    [InlineData("20250315", EdtfProblem.UnknownForm)]
    [InlineData("２０２５", EdtfProblem.UnknownForm)]
    [InlineData("201x", EdtfProblem.UnknownForm)]
    [InlineData("2XXX", EdtfProblem.UnknownForm)]
    [InlineData("2X17", EdtfProblem.UnknownForm)]
    [InlineData("201X-10", EdtfProblem.UnknownForm)]
    [InlineData("2017-XX-19", EdtfProblem.UnknownForm)]
    [InlineData("2017-21-01", EdtfProblem.UnknownForm)]
    [InlineData("XXXX-21", EdtfProblem.UnknownForm)]
    [InlineData("XXXX-XX-19", EdtfProblem.UnknownForm)]
    [InlineData("2017~-10", EdtfProblem.UnknownForm)]
    [InlineData("2017~?", EdtfProblem.UnknownForm)]
    [InlineData("~2017", EdtfProblem.UnknownForm)]
    [InlineData("Y17000", EdtfProblem.UnknownForm)]
    [InlineData("2014/2015/2016", EdtfProblem.UnknownForm)]
    [InlineData("2014/x", EdtfProblem.UnknownForm)]
    [InlineData("2014/..~", EdtfProblem.UnknownForm)]
    [InlineData("0000", EdtfProblem.YearOutOfRange)]
    [InlineData("-0044", EdtfProblem.YearOutOfRange)]
    [InlineData("-0044-03-15", EdtfProblem.YearOutOfRange)]
    [InlineData("2025-13-40", EdtfProblem.MonthOutOfRange)]
    [InlineData("2025-00", EdtfProblem.MonthOutOfRange)]
    [InlineData("2025-20", EdtfProblem.MonthOutOfRange)]
    [InlineData("2025-25", EdtfProblem.MonthOutOfRange)]
    [InlineData("XXXX-13-01", EdtfProblem.MonthOutOfRange)]
    [InlineData("2025-02-29", EdtfProblem.DayOutOfRange)]
    [InlineData("1900-02-29", EdtfProblem.DayOutOfRange)]
    [InlineData("2024-02-30", EdtfProblem.DayOutOfRange)]
    [InlineData("2025-04-31", EdtfProblem.DayOutOfRange)]
    [InlineData("2025-04-00", EdtfProblem.DayOutOfRange)]
    [InlineData("XXXX-02-30", EdtfProblem.DayOutOfRange)]
    [InlineData("2025-03-15/2025-13", EdtfProblem.MonthOutOfRange)]
    [InlineData("2014-12-06/2014-12-03", EdtfProblem.StartAfterEnd)]
    [InlineData("2016/2013", EdtfProblem.StartAfterEnd)]
    [InlineData("2014-06/2014-03", EdtfProblem.StartAfterEnd)]
    [InlineData("XXXX", EdtfProblem.SaysNothing)]
    [InlineData("XXXX-XX", EdtfProblem.SaysNothing)]
    [InlineData("XXXX-XX-XX", EdtfProblem.SaysNothing)]
    [InlineData("../..", EdtfProblem.SaysNothing)]
    [InlineData("/", EdtfProblem.SaysNothing)]
    [InlineData("/..", EdtfProblem.SaysNothing)]
    [InlineData("XXXX-10-19/2014-10-22", EdtfProblem.YearAtOneEndOnly)]
    public void Date_unreadable_keeps_its_text_and_names_the_problem(string text, EdtfProblem problem)
    {
        var date = new EdtfDate(text);

        Assert.Equal(problem, date.Problem);
        Assert.False(date.IsReadable);
        Assert.Equal(text, date.Text);
        Assert.Null(date.Precision);
        Assert.Null(date.Earliest);
        Assert.False(EdtfDate.TryParse(text, out _));
        Assert.Throws<FormatException>(() => EdtfDate.Parse(text));
    }

    [Theory]
    [InlineData("2017", false, false)]
    [InlineData("2017~", true, false)]
    [InlineData("2017-10?", false, true)]
    [InlineData("XXXX-10-19%", true, true)]
    [InlineData("2012~/2016?", true, true)]
    [InlineData("2012/2016~", true, false)]
    public void Date_marked_is_approximate_or_uncertain(string text, bool approximate, bool uncertain)
    {
        var date = EdtfDate.Parse(text);

        Assert.Equal(approximate, date.IsApproximate);
        Assert.Equal(uncertain, date.IsUncertain);
    }

    [Fact]
    public void Date_without_year_gives_its_parts()
    {
        var date = EdtfDate.Parse("XXXX-10-19");

        Assert.False(date.HasYear);
        Assert.Equal(new EdtfPoint { Month = 10, Day = 19 }, date.Start);
        Assert.Null(date.End);
    }

    [Fact]
    public void Interval_tells_open_from_unknown()
    {
        Assert.Equal(new EdtfPoint { IsOpen = true }, EdtfDate.Parse("2012/..").End);
        Assert.Equal(new EdtfPoint { IsUnknown = true }, EdtfDate.Parse("2012/").End);
        Assert.True(EdtfDate.Parse("../2012").HasYear);
    }

    [Fact]
    public void Masked_forms_say_what_is_masked()
    {
        Assert.Equal(new EdtfPoint { MaskedFrom = 2010, MaskedYears = 10 }, EdtfDate.Parse("201X").Start);
        Assert.Equal(new EdtfPoint { Year = 2017, IsMonthMasked = true, IsDayMasked = true }, EdtfDate.Parse("2017-XX-XX").Start);
        Assert.Equal(new EdtfPoint { Year = 2017, Season = EdtfSeason.Winter }, EdtfDate.Parse("2017-24").Start);
    }

    [Fact]
    public void Dates_are_equal_by_text()
    {
        Assert.Equal(new EdtfDate("2017~"), EdtfDate.Parse("2017~"));
        Assert.NotEqual(new EdtfDate("2017"), new EdtfDate("2017-XX"));
        Assert.Equal(new EdtfDate("soon"), new EdtfDate("soon"));
        Assert.False(EdtfDate.TryParse(null, out _));
    }
}
