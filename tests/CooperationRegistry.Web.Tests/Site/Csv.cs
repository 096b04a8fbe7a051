using System.Text;

namespace CooperationRegistry.Web.Tests.Site;

/// <summary>A strict reader of RFC 4180, written from the standard, so that files are judged by it and not by our writer.</summary>
internal static class Csv
{
    public static List<IReadOnlyList<string>> Read(string text)
    {
        var rows = new List<IReadOnlyList<string>>();
        var at = 0;
        while (at < text.Length)
        {
            var row = new List<string>();
            do
            {
                row.Add(Cell(text, ref at));
            }
            while (at < text.Length && text[at] == ',' && ++at > 0);
            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            rows.Add(row);
        }
        return rows;
    }

    private static string Cell(string text, ref int at)
    {
        var cell = new StringBuilder();
        if (text[at] != '"')
        {
            for (; text[at] is not (',' or '\r'); at++)
            {
                Assert.False(text[at] is '"' or '\n', "A bare cell holds neither quotes nor line ends.");
                cell.Append(text[at]);
            }
            return cell.ToString();
        }
        for (at++; ; at++)
        {
            if (text[at] != '"')
                cell.Append(text[at]);
            else if (text[at + 1] == '"')
                cell.Append(text[at++]);
            else
                break;
        }
        at++;
        return cell.ToString();
    }
}
