using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CooperationRegistry.Domain.Values;

/// <summary>
/// A date of the Extended Date/Time Format (ISO 8601-2, level 1, years 0001 to 9999), with the masked forms that news
/// needs: <c>2025-03-15</c>, <c>2017-10</c>, <c>2012</c>, <c>201X</c>, <c>20XX</c>, <c>2017-XX</c>, <c>2017-10-XX</c>,
/// <c>XXXX-10-19</c>, <c>XXXX-10</c>, seasons <c>2017-21</c> to <c>2017-24</c>, intervals <c>2014-12-03/2014-12-06</c>,
/// <c>2012/..</c> (goes on), <c>2012/</c> (end unknown), each date with <c>?</c>, <c>~</c> or <c>%</c> behind it.
/// It holds any text, so that a draft keeps what was typed; <see cref="Problem"/> says what is wrong with it.
/// </summary>
[JsonConverter(typeof(EdtfDateJsonConverter))]
public sealed record EdtfDate
{
    private readonly EdtfReading _reading;

    public EdtfDate(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        _reading = EdtfParser.Read(text);
    }

    public string Text { get; }

    public bool IsReadable => Problem is null;

    public EdtfProblem? Problem => _reading.Problem;

    /// <summary>The date itself or the start of the interval; null where unreadable.</summary>
    public EdtfPoint? Start => _reading.Start;

    /// <summary>Null unless an interval.</summary>
    public EdtfPoint? End => _reading.End;

    public bool IsInterval => End is not null;

    /// <summary>First day it may mean; null where unreadable, without a year, or unbounded.</summary>
    public DateOnly? Earliest => Start?.Earliest;

    /// <summary>Last day it may mean; null where unreadable, without a year, or unbounded.</summary>
    public DateOnly? Latest => (End ?? Start)?.Latest;

    public bool HasYear => Start is { HasYear: true } || End is { HasYear: true };

    public bool IsApproximate => Start is { IsApproximate: true } || End is { IsApproximate: true };

    public bool IsUncertain => Start is { IsUncertain: true } || End is { IsUncertain: true };

    /// <summary>Null where unreadable.</summary>
    public EdtfPrecision? Precision => IsInterval ? EdtfPrecision.Interval : Start?.Precision;

    public static bool TryParse(string? text, [NotNullWhen(true)] out EdtfDate? date)
    {
        date = text is null ? null : new EdtfDate(text);
        if (date is { IsReadable: false })
            date = null;
        return date is not null;
    }

    /// <exception cref="FormatException">The text cannot be read.</exception>
    public static EdtfDate Parse(string text)
    {
        var date = new EdtfDate(text);
        return date.IsReadable ? date : throw new FormatException($"'{text}' is not an EDTF date: {date.Problem}.");
    }

    public bool Equals(EdtfDate? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;
}
