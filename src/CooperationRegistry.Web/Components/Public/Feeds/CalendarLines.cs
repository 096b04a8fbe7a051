using System.Globalization;
using System.Text;

namespace CooperationRegistry.Web.Components.Public.Feeds;

/// <summary>Content lines of iCalendar (RFC 5545, 3.1). Ical.Net 5 folds between the halves of what lies beyond U+FFFF, which spoils it.</summary>
internal sealed class CalendarLines
{
    private const int LongestLine = 75;

    private readonly StringBuilder lines = new();

    /// <param name="name">With its parameters.</param>
    /// <param name="value">As the property's type writes it.</param>
    public CalendarLines Add(string name, string value)
    {
        Span<char> written = stackalloc char[2];
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                lines.Append("\r\n ");
                octets = 1;
            }
            lines.Append(written[..rune.EncodeToUtf16(written)]);
            octets += rune.Utf8SequenceLength;
        }
        lines.Append("\r\n");
        return this;
    }

    /// <param name="name">Of a property of texts.</param>
    /// <param name="texts">As they are.</param>
    public CalendarLines AddText(string name, params IEnumerable<string> texts) => Add(name, string.Join(',', texts.Select(Escaped)));

    public CalendarLines AddDay(string name, DateOnly day) => Add(name + ";VALUE=DATE", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    public CalendarLines AddTime(string name, DateTimeOffset time) => Add(name, time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    public override string ToString() => lines.ToString();

    private static string Escaped(string text) =>
        new StringBuilder(PlainText.Of(text)).Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\r\n", "\\n").Replace("\r", "\\n").Replace("\n", "\\n").ToString();
}
