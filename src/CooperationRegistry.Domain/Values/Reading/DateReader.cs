using System.Globalization;
using System.Text.RegularExpressions;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>
/// Reads a date as people and news write it: <c>15 March 2025</c>, <c>19 Oct</c>, <c>2021年8月31日</c>, <c>about 2017</c>,
/// <c>since 2012</c>, <c>3-6 December 2014</c>, and EDTF itself. Day and month in an order that cannot be told are asked about.
/// </summary>
public static partial class DateReader
{
    public static DateReading Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var printed = typed.Trim();
        if (Typed.ProblemOf(printed) is { } unusable)
            return DateReading.Refused(unusable);
        if (ReadPairOfYears(printed) is { Count: > 0 } years)
            return DateReading.Of(years, printed, isCoarser: false);

        var exact = new EdtfDate(printed);
        if (exact.IsReadable)
            return DateReading.Of([new(exact, DateMeaning.Only)], printed, isCoarser: false);
        if (ProblemOf(exact) is { } wrong)
            return DateReading.Refused(wrong);

        var folded = Typed.Fold(printed);
        if (EdtfDate.TryParse(folded.Replace('x', 'X'), out var edtf))
            return DateReading.Of([new(edtf, DateMeaning.Only)], printed, isCoarser: false);
        if (TwoDigitYear().IsMatch(folded))
            return DateReading.Refused(ReadingProblem.TwoDigitYear);
        if (DateWords.Take(folded, out var words) is { } problem)
            return DateReading.Refused(problem);

        return Choose(ReadBetweenWords(words), words, printed);
    }

    /// <summary>2014-15 are two years. 2021-22 is also EDTF's summer of 2021, so it is asked about.</summary>
    private static IReadOnlyList<DateCandidate> ReadPairOfYears(string text)
    {
        if (PairOfYears().Match(text) is not { Success: true } match)
            return [];

        var first = int.Parse(match.Groups["first"].Value, CultureInfo.InvariantCulture);
        var last = first / 100 * 100 + int.Parse(match.Groups["last"].Value, CultureInfo.InvariantCulture);
        if (last <= first || last % 100 <= 12)
            return [];

        var years = new DateCandidate(new EdtfDate($"{first:0000}/{last:0000}"), DateMeaning.TwoYears);
        return EdtfDate.TryParse(text, out var season) ? [new(season, DateMeaning.Season), years] : years.Date.IsReadable ? [years] : [];
    }

    private static IReadOnlyList<DateCandidate> ReadBetweenWords(DateWords words)
    {
        var points = DateForms.Read(From().Replace(words.Text, ""));
        if (points.Count == 0)
            return words.IsUntil && !words.IsSince ? [] : ReadInterval(words);

        var isSince = words.IsSince || From().IsMatch(words.Text);
        return (isSince, words.IsUntil) switch
        {
            (true, true) => [],
            (true, _) => [.. points.Select(point => Candidate(point, point.ToEdtf(words.Mark) + "/.."))],
            (_, true) => [.. points.Select(point => Candidate(point, "../" + point.ToEdtf(words.Mark)))],
            _ => [.. points.Select(point => Candidate(point, point.ToEdtf(words.Mark)))],
        };
    }

    private static IReadOnlyList<DateCandidate> ReadInterval(DateWords words)
    {
        var text = Between().Replace(From().Replace(words.Text, ""), "${start} to ");
        foreach (var separator in Separator().Matches(text).AsEnumerable())
        {
            // Since some time between two years is not from the one to the other.
            if (words.IsSince && separator.ValueSpan.Trim() is "-" or "~")
                continue;
            var (from, to) = (DateForms.ReadEnd(text[..separator.Index]), DateForms.ReadEnd(text[(separator.Index + separator.Length)..]));
            if (from is null || to is null)
                continue;

            var (start, end) = (from.CompletedBy(to, -1), to.CompletedBy(from, 1));
            if (start is { IsComplete: true } && end is { IsComplete: true } && start.Season is null == end.Season is null)
                return [Candidate(start, $"{start.ToEdtf(words.Mark)}/{end.ToEdtf(words.Mark)}")];
        }

        return [];
    }

    private static DateReading Choose(IReadOnlyList<DateCandidate> read, DateWords words, string printed)
    {
        if (read.Count == 0)
            return DateReading.Refused(words.IsWithoutYear || SeasonAlone().IsMatch(words.Text) ? ReadingProblem.NoYear : ReadingProblem.NotUnderstood);

        var possible = read.Where(candidate => candidate.Date.IsReadable).ToList();
        if (possible.Count == 0)
            return DateReading.Refused(ProblemOf(read[0].Date) ?? ReadingProblem.NotUnderstood);

        var chosen = possible.Where(candidate => Fits(candidate.Date, words.Weekday)).ToList();
        return chosen.Count == 0 ? DateReading.Refused(ReadingProblem.WeekdayDisagrees) : DateReading.Of(chosen, printed, words.IsCoarser);
    }

    private static bool Fits(EdtfDate date, DayOfWeek? weekday) =>
        weekday is null || date is not { Start.Precision: EdtfPrecision.Day, Earliest: { } first } || first.DayOfWeek == weekday;

    private static DateCandidate Candidate(DateParts parts, string edtf) => new(new EdtfDate(edtf), parts.Meaning);

    private static ReadingProblem? ProblemOf(EdtfDate date) => date.Problem switch
    {
        EdtfProblem.MonthOutOfRange or EdtfProblem.DayOutOfRange or EdtfProblem.YearOutOfRange => ReadingProblem.NoSuchDay,
        EdtfProblem.StartAfterEnd => ReadingProblem.RangeReversed,
        EdtfProblem.SaysNothing => ReadingProblem.NoYear,
        _ => null,
    };

    [GeneratedRegex(@"\A(?<first>[0-9]{4})[-–/](?<last>[0-9]{2})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex PairOfYears();

    [GeneratedRegex(@"\A([0-9]{1,2}(?<sep>[-/.])[0-9]{1,2}\k<sep>[0-9]{2}|[0-9]{1,2}[ ./-]?[a-z]{3,9}\.?[ ./-]?'?[0-9]{2}|[a-z]{3,9} ?'[0-9]{2}|(the )?'?[0-9]0'?s|[0-9]0年代|[0-9]{2}年[0-9].*)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TwoDigitYear();

    [GeneratedRegex(@"\A(from |从)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex From();

    [GeneratedRegex(@"\Abetween (?<start>.+) and ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@" ?([-~]|起?[至到]) ?| (to|until|till|through) ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\A(spring|summer|autumn|fall|winter|[春夏秋冬][季天])\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SeasonAlone();
}
