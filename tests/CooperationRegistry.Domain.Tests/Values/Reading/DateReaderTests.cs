using CooperationRegistry.Domain.Values.Reading;

namespace CooperationRegistry.Domain.Tests.Values.Reading;

public class DateReaderTests
{
    [Theory]
    [InlineData("15 March 2025", "2025-03-15")]
    [InlineData("  15 March 2025 ", "2025-03-15")]
    [InlineData("15th March, 2025", "2025-03-15")]
    [InlineData("the 15th of March 2025", "2025-03-15")]
    [InlineData("March 15, 2025", "2025-03-15")]
    [InlineData("Mar. 15, 2025", "2025-03-15")]
    [InlineData("15-Mar-2025", "2025-03-15")]
    [InlineData("2025 March 15", "2025-03-15")]
    [InlineData("15/03/2025", "2025-03-15")]
    [InlineData("03/15/2025", "2025-03-15")]
    [InlineData("15.3.2025", "2025-03-15")]
    [InlineData("3/3/2025", "2025-03-03")]
    [InlineData("2025/3/5", "2025-03-05")]
    [InlineData("2025-3-5", "2025-03-05")]
    [InlineData("2025.03.15", "2025-03-15")]
    [InlineData("20250315", "2025-03-15")]
    [InlineData("March 2025", "2025-03")]
    [InlineData("Sept 2025", "2025-09")]
    [InlineData("03/2025", "2025-03")]
    [InlineData("19 Oct", "XXXX-10-19")]
    [InlineData("October 19", "XXXX-10-19")]
    [InlineData("19/10", "XXXX-10-19")]
    [InlineData("29 February", "XXXX-02-29")]
    [InlineData("October", "XXXX-10")]
    [InlineData("2012", "2012")]
    [InlineData("in 2012", "2012")]
    [InlineData("spring 2017", "2017-21")]
    [InlineData("fall of 2017", "2017-23")]
    [InlineData("2010s", "201X")]
    [InlineData("the 1980s", "198X")]
    [InlineData("Wednesday, 3 December 2014", "2014-12-03")]
    [InlineData("3 December 2014 (Wed)", "2014-12-03")]
    [InlineData("Thursday 03/04/2025", "2025-04-03")]
    [InlineData("2021年8月31日", "2021-08-31")]
    [InlineData("２０２１年８月３１日", "2021-08-31")]
    [InlineData("2021 年 8 月 31 日（星期二）", "2021-08-31")]
    [InlineData("二〇二一年八月三十一日", "2021-08-31")]
    [InlineData("2021年8月31号", "2021-08-31")]
    [InlineData("2021年8月", "2021-08")]
    [InlineData("2021年8月份", "2021-08")]
    [InlineData("2012年", "2012")]
    [InlineData("10月19日", "XXXX-10-19")]
    [InlineData("十月十九日", "XXXX-10-19")]
    [InlineData("2017年春季", "2017-21")]
    [InlineData("2010年代", "201X")]
    public void One_date_is_read(string typed, string edtf) => AssertRead(typed, edtf);

    [Theory]
    [InlineData("about 2017", "2017~")]
    [InlineData("c. 2017", "2017~")]
    [InlineData("circa March 2017", "2017-03~")]
    [InlineData("约2017年", "2017~")]
    [InlineData("2017年左右", "2017~")]
    [InlineData("March 2017?", "2017-03?")]
    [InlineData("probably about 2017", "2017%")]
    [InlineData("since 2012", "2012/..")]
    [InlineData("from 2012", "2012/..")]
    [InlineData("since about 2012", "2012~/..")]
    [InlineData("2012 onwards", "2012/..")]
    [InlineData("2012-present", "2012/..")]
    [InlineData("2012年以来", "2012/..")]
    [InlineData("自2012年起", "2012/..")]
    [InlineData("2012年至今", "2012/..")]
    [InlineData("until 2016", "../2016")]
    [InlineData("until 15 March 2016", "../2016-03-15")]
    [InlineData("3-6 December 2014", "2014-12-03/2014-12-06")]
    [InlineData("3–6 December 2014", "2014-12-03/2014-12-06")]
    [InlineData("3 to 6 December 2014", "2014-12-03/2014-12-06")]
    [InlineData("from 3 to 6 December 2014", "2014-12-03/2014-12-06")]
    [InlineData("December 3-6, 2014", "2014-12-03/2014-12-06")]
    [InlineData("between 3 and 6 December 2014", "2014-12-03/2014-12-06")]
    [InlineData("28 February - 2 March 2015", "2015-02-28/2015-03-02")]
    [InlineData("28 December 2014 to 3 January 2015", "2014-12-28/2015-01-03")]
    [InlineData("March-May 2017", "2017-03/2017-05")]
    [InlineData("3-6 December", "XXXX-12-03/XXXX-12-06")]
    [InlineData("2021-2025", "2021/2025")]
    [InlineData("2013 to 2016", "2013/2016")]
    [InlineData("2014-15", "2014/2015")]
    [InlineData("2021/22", "2021/2022")]
    [InlineData("2014年12月3日至6日", "2014-12-03/2014-12-06")]
    [InlineData("2021年8月-10月", "2021-08/2021-10")]
    [InlineData("12月3-6日", "XXXX-12-03/XXXX-12-06")]
    [InlineData("13/12/2014 - 16/12/2014", "2014-12-13/2014-12-16")]
    [InlineData("approx. 2017", "2017~")]
    [InlineData("2021至2025年", "2021/2025")]
    public void Words_around_a_date_and_intervals_are_read(string typed, string edtf) => AssertRead(typed, edtf);

    [Theory]
    [InlineData("2025-03-15")]
    [InlineData("2017-11~")]
    [InlineData("XXXX-10-19")]
    [InlineData("201X")]
    [InlineData("2012/..")]
    [InlineData("2014-12-03/2014-12-06")]
    [InlineData("2017-10-XX")]
    public void EDTF_itself_is_taken_as_it_is(string edtf) => AssertRead(edtf, edtf);

    [Theory]
    [InlineData("end of July 2021", "2021-07")]
    [InlineData("at the end of July 2021", "2021-07")]
    [InlineData("early 2017", "2017")]
    [InlineData("mid-2017", "2017")]
    [InlineData("Q1 2017", "2017")]
    [InlineData("2014-12-04 09:55:13", "2014-12-04")]
    [InlineData("as of the end of July 2021", "2021-07")]
    [InlineData("截至2021年7月底", "2021-07")]
    [InlineData("2021年7月底", "2021-07")]
    [InlineData("2021年上半年", "2021")]
    public void A_part_of_a_month_or_year_is_not_narrowed_to_days(string typed, string edtf)
    {
        AssertRead(typed, edtf);
        Assert.True(DateReader.Read(typed).IsCoarser);
    }

    [Theory]
    [InlineData("03/04/2025", "DayFirst 2025-04-03", "MonthFirst 2025-03-04")]
    [InlineData("3.4.2025", "DayFirst 2025-04-03", "MonthFirst 2025-03-04")]
    [InlineData("03-04-2025", "DayFirst 2025-04-03", "MonthFirst 2025-03-04")]
    [InlineData("3/4", "DayFirst XXXX-04-03", "MonthFirst XXXX-03-04")]
    [InlineData("since 03/04/2025", "DayFirst 2025-04-03/..", "MonthFirst 2025-03-04/..")]
    [InlineData("2021-22", "Season 2021-22", "TwoYears 2021/2022")]
    public void What_may_be_two_dates_is_asked(string typed, params string[] candidates)
    {
        var reading = DateReader.Read(typed);

        Assert.Equal((null, null), (reading.Date, reading.Problem));
        Assert.Equal(candidates, reading.Candidates.Select(candidate => $"{candidate.Meaning} {candidate.Date}"));
    }

    [Theory]
    [InlineData("", ReadingProblem.Empty)]
    [InlineData("soon", ReadingProblem.NotUnderstood)]
    [InlineData("15 Marz 2025", ReadingProblem.NotUnderstood)]
    [InlineData("3 and 6 December 2014", ReadingProblem.NotUnderstood)]
    [InlineData("15", ReadingProblem.NotUnderstood)]
    [InlineData("3-6", ReadingProblem.NotUnderstood)]
    [InlineData("31 February 2025", ReadingProblem.NoSuchDay)]
    [InlineData("2025-02-30", ReadingProblem.NoSuchDay)]
    [InlineData("2025年13月", ReadingProblem.NoSuchDay)]
    [InlineData("21/2025", ReadingProblem.NoSuchDay)]
    [InlineData("15/16/2025", ReadingProblem.NoSuchDay)]
    [InlineData("15/03/25", ReadingProblem.TwoDigitYear)]
    [InlineData("Monday, 3 December 2014", ReadingProblem.WeekdayDisagrees)]
    [InlineData("6-3 December 2014", ReadingProblem.RangeReversed)]
    [InlineData("2016/2012", ReadingProblem.RangeReversed)]
    [InlineData("spring", ReadingProblem.NoYear)]
    [InlineData("XXXX", ReadingProblem.NoYear)]
    [InlineData("today", ReadingProblem.RelativeDate)]
    [InlineData("last year", ReadingProblem.RelativeDate)]
    [InlineData("two years ago", ReadingProblem.RelativeDate)]
    [InlineData("去年", ReadingProblem.RelativeDate)]
    [InlineData("before 2016", ReadingProblem.BoundOnly)]
    [InlineData("not earlier than 2016", ReadingProblem.BoundOnly)]
    [InlineData("by the end of 2020", ReadingProblem.BoundOnly)]
    [InlineData("03/12/2014-06/12/2014", ReadingProblem.NotUnderstood)]
    [InlineData("2016 at the latest", ReadingProblem.BoundOnly)]
    [InlineData("by 2020", ReadingProblem.BoundOnly)]
    [InlineData("2020年以前", ReadingProblem.BoundOnly)]
    public void What_cannot_be_read_says_why(string typed, ReadingProblem problem)
    {
        var reading = DateReader.Read(typed);

        Assert.Equal((problem, null, 0), (reading.Problem, reading.Date, reading.Candidates.Count));
    }

    private static void AssertRead(string typed, string edtf)
    {
        var reading = DateReader.Read(typed);

        Assert.Null(reading.Problem);
        Assert.Equal((edtf, typed.Trim()), (reading.Date?.Text, reading.Printed));
    }
}
