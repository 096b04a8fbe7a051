namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>What one end of a date text says. A day without its month can only be completed by the other end.</summary>
internal sealed record DateParts(string? Year, int? Month, int? Day, EdtfSeason? Season = null, DateMeaning Meaning = DateMeaning.Only)
{
    public bool IsComplete => Month is not null || (Year is not null && Day is null);

    /// <summary>A day takes the month of another day, anything the year of what has a month. Null where that does not complete it.</summary>
    /// <param name="other">The other end.</param>
    /// <param name="across">The years between where the interval runs over New Year: "28 December to 3 January 2015".</param>
    public DateParts? CompletedBy(DateParts other, int across)
    {
        if (IsComplete && (Year is not null || other.Year is null))
            return this;
        if ((Day is null) != (other.Day is null) || Season is not null)
            return null;

        var (month, otherMonth) = (Month ?? other.Month, other.Month ?? Month);
        var isAcross = across < 0 ? month > otherMonth : month < otherMonth;
        var year = Year ?? (isAcross && int.TryParse(other.Year, out var known) ? $"{known + across:0000}" : other.Year);
        return month is null ? null : this with { Year = year, Month = month };
    }

    public string ToEdtf(string mark)
    {
        // A 21st month is not spring.
        var month = Month > 12 ? "-00" : Season is { } season ? $"-{(int)season}" : Month is { } number ? $"-{number:00}" : "";
        return (Year ?? "XXXX") + month + (Day is { } day ? $"-{day:00}" : "") + mark;
    }
}
