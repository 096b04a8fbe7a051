namespace CooperationRegistry.Domain.Values;

public enum EdtfPrecision
{
    Day,
    Month,
    Season,
    Year,
    Decade,
    Century,
    Interval,
    DayWithoutYear,
    MonthWithoutYear,
}
