using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CooperationRegistry.Web.Tests.Feeds;

/// <param name="Parameters">As written, each with its semicolon in front.</param>
internal sealed record CalendarLine(string Name, string Parameters, string Value)
{
    /// <summary>Of a property of texts (3.3.11), of which a comma ends each.</summary>
    public IReadOnlyList<string> Texts => [.. CalendarReader.Texts(Value)];

    public DateOnly Day => DateOnly.ParseExact(Value, "yyyyMMdd", CultureInfo.InvariantCulture);
}

internal sealed record CalendarComponent(string Name, List<CalendarLine> Lines, List<CalendarComponent> Parts)
{
    public CalendarLine? Find(string name) => Lines.SingleOrDefault(l => l.Name == name);

    public CalendarLine this[string name] => Assert.Single(Lines, l => l.Name == name);

    public string Text(string name) => Assert.Single(this[name].Texts);
}

/// <summary>Reads a calendar as RFC 5545 wants one, written from the standard, so that calendars are judged by it and not by a library's writer.</summary>
internal static partial class CalendarReader
{
    private const int LongestLine = 75;

    private static readonly string[] OnceInEvents =
        ["CLASS", "CREATED", "DESCRIPTION", "DTSTART", "DTEND", "DTSTAMP", "DURATION", "GEO", "LAST-MODIFIED", "LOCATION", "ORGANIZER", "PRIORITY", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "UID", "URL"];

    /// <returns>The calendar, of which everything that the standard demands holds. Its events are whole days.</returns>
    public static CalendarComponent Read(byte[] bytes)
    {
        var calendar = Tree(Unfold(bytes));
        Assert.Equal("VCALENDAR", calendar.Name);
        Assert.Equal("2.0", calendar["VERSION"].Value);
        Assert.NotEmpty(calendar.Text("PRODID"));
        Assert.Equal((";VALUE=DURATION", "P1D"), (calendar["REFRESH-INTERVAL"].Parameters, calendar["REFRESH-INTERVAL"].Value));
        Assert.Equal(calendar.Text("NAME"), calendar.Text("X-WR-CALNAME"));
        Assert.All(calendar.Parts, Event);
        var ids = calendar.Parts.ConvertAll(e => e["UID"].Value);
        Assert.Equal(ids.Distinct(), ids);
        return calendar;
    }

    public static IEnumerable<string> Texts(string value)
    {
        var text = new StringBuilder();
        for (var at = 0; at < value.Length; at++)
        {
            switch (value[at])
            {
                case '\\':
                    at++;
                    Assert.True(at < value.Length && value[at] is '\\' or ';' or ',' or 'n' or 'N', "3.3.11: what a backslash stands before");
                    text.Append(value[at] is 'n' or 'N' ? '\n' : value[at]);
                    break;
                case ',':
                    yield return text.ToString();
                    text.Clear();
                    break;
                default:
                    Assert.NotEqual(';', value[at]);
                    text.Append(value[at]);
                    break;
            }
        }
        yield return text.ToString();
    }

    private static void Event(CalendarComponent component)
    {
        Assert.Equal("VEVENT", component.Name);
        Assert.Empty(component.Parts);
        Assert.All(OnceInEvents, name => Assert.InRange(component.Lines.Count(l => l.Name == name), 0, 1));
        Assert.All(["DTSTAMP", "LAST-MODIFIED"], name => Assert.Matches(UtcTime(), component[name].Value));
        Assert.NotEmpty(component.Text("UID"));
        Assert.Equal(";VALUE=DATE", component["DTSTART"].Parameters);
        Assert.Null(component.Find("DURATION"));
        // The end is the first day that is not of the event (3.6.1).
        if (component["DTSTART"].Day != DateOnly.MaxValue)
            Assert.Equal((";VALUE=DATE", component["DTSTART"].Day.AddDays(1)), (component["DTEND"].Parameters, component["DTEND"].Day));
        Assert.NotEmpty(component.Text("SUMMARY"));
        Assert.NotEmpty(component.Text("DESCRIPTION"));
        Assert.All(component["CATEGORIES"].Texts, Assert.NotEmpty);
        Assert.Contains(component["STATUS"].Value, (string[])["TENTATIVE", "CONFIRMED", "CANCELLED"]);
        Assert.True(int.Parse(component["SEQUENCE"].Value, NumberStyles.None, CultureInfo.InvariantCulture) >= 0);
        Assert.True(Uri.IsWellFormedUriString(component["URL"].Value, UriKind.Absolute));
    }

    // 3.1: lines end with CR LF, have at most 75 octets, and go on behind a blank. Each is whole UTF-8 by itself.
    private static List<string> Unfold(byte[] bytes)
    {
        var utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var lines = new List<string>();
        var start = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            Assert.True(bytes[at] != '\n', "a line feed alone");
            if (bytes[at] != '\r')
                continue;
            Assert.Equal((byte)'\n', bytes[at + 1]);
            Assert.InRange(at - start, 1, LongestLine);
            var line = utf8.GetString(bytes, start, at - start);
            if (line[0] is ' ' or '\t')
                lines[^1] += line[1..];
            else
                lines.Add(line);
            start = ++at + 1;
        }
        Assert.Equal(bytes.Length, start);
        return lines;
    }

    private static CalendarComponent Tree(List<string> lines)
    {
        var root = new CalendarComponent("", [], []);
        var open = new Stack<CalendarComponent>([root]);
        foreach (var text in lines)
        {
            Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\t');
            var match = ContentLine().Match(text);
            Assert.True(match.Success, text);
            var line = new CalendarLine(match.Groups["name"].Value, match.Groups["parameters"].Value, match.Groups["value"].Value);
            if (line.Name == "BEGIN")
            {
                var part = new CalendarComponent(line.Value, [], []);
                open.Peek().Parts.Add(part);
                open.Push(part);
            }
            else if (line.Name == "END")
                Assert.Equal(open.Pop().Name, line.Value);
            else
                open.Peek().Lines.Add(line);
        }
        Assert.Same(root, Assert.Single(open));
        Assert.Empty(root.Lines);
        return Assert.Single(root.Parts);
    }

    [GeneratedRegex("""^(?<name>[A-Z0-9-]+)(?<parameters>(;[A-Z0-9-]+=("[^"]*"|[^";:,]*)(,("[^"]*"|[^";:,]*))*)*):(?<value>.*)\z""", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex ContentLine();

    [GeneratedRegex(@"^\d{8}T\d{6}Z\z")]
    private static partial Regex UtcTime();
}
