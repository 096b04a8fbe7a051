namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>What one end of a date text says. A day without its month can only be completed by the other end.</summary>
internal sealed record DateParts(string? Year, int? Month, int? Day, EdtfSeason? Season = null, DateMeaning Meaning = DateMeaning.Only)
{
    public bool IsComplete => Month is not null || (Year is not null && Day is null);

    public DateParts CompletedBy(DateParts other) => this with
    {
        Year = Year ?? other.Year,
        Month = Month ?? (Day is null ? null : other.Month),
    };

    public string ToEdtf(string mark)
    {
        // A 21st month is not spring.
        var month = Month > 12 ? "-00" : Season is { } season ? $"-{(int)season}" : Month is { } number ? $"-{number:00}" : "";
        return (Year ?? "XXXX") + month + (Day is { } day ? $"-{day:00}" : "") + mark;
    }
}
