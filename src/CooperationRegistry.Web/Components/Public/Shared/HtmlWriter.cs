using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using CooperationRegistry.Domain.Values;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Components.Public.Shared;

/// <summary>Writes what a page has hundreds of as one text: a frame of the page's tree for each of its elements takes longer than all that the page asks the database.</summary>
internal sealed class HtmlWriter(HtmlEncoder encoder)
{
    private readonly StringBuilder html = new();

    public MarkupString Written => new(html.ToString());

    /// <param name="markup">Of ours, as it is.</param>
    public HtmlWriter Markup(string markup)
    {
        html.Append(markup);
        return this;
    }

    /// <param name="text">Of anybody; encoded.</param>
    public HtmlWriter Text(string text)
    {
        html.Append(encoder.Encode(text));
        return this;
    }

    /// <summary>With the space before it; nothing where there is no value.</summary>
    public HtmlWriter Attribute(string name, string? value) => value is null ? this : Markup(" ").Markup(name).Markup("=\"").Text(value).Markup("\"");

    /// <summary>A date and its bounds, for programs too where it is a plain one; with what its words do not say where it is none.</summary>
    /// <param name="missing">Said where there is neither.</param>
    public HtmlWriter Date(EdtfDate? date, EdtfDate? notBefore, EdtfDate? notAfter, Words words, string missing)
    {
        var bounds = words.Bounds(notBefore, notAfter);
        if (date is null)
            return bounds is null ? Markup("<span class=\"unknown\">").Text(missing).Markup("</span>") : Text(bounds);
        var text = words.Date(date);
        if (words.DateHint(date) is { } hint)
            Markup("<span class=\"hint\" tabindex=\"0\">").Text(text).Markup("<span class=\"why\"> ").Text(hint).Markup("</span></span>");
        else if (date.Precision is EdtfPrecision.Day or EdtfPrecision.Month or EdtfPrecision.Year)
            Markup("<time").Attribute("datetime", date.Text).Markup(">").Text(text).Markup("</time>");
        else
            Text(text);
        return bounds is null ? this : Text(words.Comma + bounds);
    }

    /// <summary>The numbers of the sources of a fact, each a link to its source; nothing where there are none.</summary>
    public HtmlWriter SourceNumbers(IReadOnlyList<int> numbers, IStringLocalizer<PublicTexts> texts, params IReadOnlyList<string> anchors)
    {
        if (numbers.Count == 0)
            return this;
        // The joiner keeps the mark on the line of its fact.
        Markup("<span class=\"marks\"").Attribute("id", anchors is [var first, ..] ? first : null).Markup(">&NoBreak;");
        foreach (var number in numbers)
        {
            var digits = number.ToString(CultureInfo.InvariantCulture);
            Markup($"<a class=\"m{digits}{(number > 9 ? " wide" : "")}\" href=\"#s{digits}\"").Attribute("aria-label", texts["SourceNumber", number]).Markup($">{digits}</a>");
        }
        foreach (var anchor in anchors.Skip(1))
            Markup("<span").Attribute("id", anchor).Markup("></span>");
        return Markup("</span>");
    }
}
