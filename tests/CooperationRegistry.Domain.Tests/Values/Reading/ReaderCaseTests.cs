using System.Text.RegularExpressions;
using CooperationRegistry.Domain.Values.Reading;

namespace CooperationRegistry.Domain.Tests.Values.Reading;

/// <summary>Ways of writing that news and editors use, and wrong ones, as listed in <c>Cases/*.tsv</c>.</summary>
public partial class ReaderCaseTests
{
    public static TheoryData<string, string> Dates => Cases("dates");

    public static TheoryData<string, string> Quantities => Cases("quantities");

    public static TheoryData<string, string> Sums => Cases("sums");

    [Theory]
    [MemberData(nameof(Dates))]
    public void Date_is_read_as_listed(string typed, string expected)
    {
        var reading = DateReader.Read(Unescaped(typed));

        Assert.Equal(expected, Answer(
            reading.Date is { } date ? date.Text + (reading.IsCoarser ? " coarse" : "") : null,
            reading.Candidates.Select(candidate => $"{candidate.Meaning} {candidate.Date}"),
            reading.Problem));
    }

    [Theory]
    [MemberData(nameof(Quantities))]
    public void Quantity_is_read_as_listed(string typed, string expected)
    {
        var reading = QuantityReader.Read(Unescaped(typed));

        Assert.Equal(expected, Answer(reading.Quantity is { } quantity ? Written.Of(quantity) : null, reading.Candidates.Select(Written.Of), reading.Problem));
    }

    [Theory]
    [MemberData(nameof(Sums))]
    public void Sum_is_read_as_listed(string typed, string expected)
    {
        var reading = MoneyReader.Read(Unescaped(typed));
        var answer = Answer(reading.Money is { } money ? Written.Of(money) : null, reading.Candidates.Select(Written.Of), reading.Problem);

        // Seven kinds of dollar are not listed each time.
        if (expected.EndsWith('…'))
            Assert.StartsWith(expected[..^1], answer, StringComparison.Ordinal);
        else
            Assert.Equal(expected, answer);
    }

    private static string Answer(string? value, IEnumerable<string> candidates, ReadingProblem? problem) =>
        problem is { } why ? $"!{why}" : value ?? "ask " + string.Join(" | ", candidates);

    private static TheoryData<string, string> Cases(string name)
    {
        using var stream = typeof(ReaderCaseTests).Assembly.GetManifestResourceStream($"CooperationRegistry.Domain.Tests.Values.Reading.Cases.{name}.tsv")!;
        using var lines = new StreamReader(stream);
        return [.. lines.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .Select(parts => new TheoryDataRow<string, string>(parts[0], parts[1]))];
    }

    /// <summary>Blanks that look alike, and characters that a file cannot hold, are written by their numbers.</summary>
    private static string Unescaped(string typed) =>
        Escape().Replace(typed, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    [GeneratedRegex(@"\\u([0-9A-F]{4})")]
    private static partial Regex Escape();
}
