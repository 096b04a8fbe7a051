using System.Globalization;
using System.Xml.Linq;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Web.Components.Public.Agreements;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Components.Public.Feeds;

/// <summary>Writes agreements as Atom (RFC 4287), one page of a longer feed (RFC 5005), in the language of the request.</summary>
internal sealed class AtomFeed(Words words, IStringLocalizer<PublicTexts> texts, Links links, Site site)
{
    /// <summary>The key of what it is called.</summary>
    public const string Title = "FeedTitle";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <param name="page">What it tells.</param>
    /// <param name="title">Of the feed.</param>
    /// <param name="here">The filter.</param>
    /// <param name="self">Where this page of the feed stands, from its slash on.</param>
    /// <param name="home">What addresses start with, without a slash at its end.</param>
    public XDocument Write(FeedPage page, string title, FilterAddress here, string self, string home)
    {
        XElement?[] ways =
        [
            Link("self", home + links[self], "application/atom+xml"),
            Link("alternate", home + links[here.Plain], "text/html"),
            page.Previous is null ? null : Link("first", home + links[here.FeedPage()], "application/atom+xml"),
            page.Previous is { } previous ? Link("previous", home + links[here.FeedPage("before", previous)], "application/atom+xml") : null,
            page.Next is { } next ? Link("next", home + links[here.FeedPage("after", next)], "application/atom+xml") : null,
        ];
        return new XDocument(
            new XElement(
                Atom + "feed",
                new XAttribute(XNamespace.Xml + "lang", words.Language),
                Element("id", home + links[here.Feed]),
                Element("title", title),
                Element("updated", Time(page.Updated)),
                ways,
                Element("generator", "Cooperation Registry", ("uri", home + "/")),
                Origin(home),
                page.Entries.Select(e => Entry(e, page.Names, home))));
    }

    private XElement Entry(FeedEntry entry, RecordNames names, string home)
    {
        var (row, content) = (entry.Row, entry.Content);
        // Without a language: it names the agreement, whatever it is read in.
        var id = home + RecordNames.Address(RecordKind.Agreement, row.AgreementId);
        return new XElement(
            Atom + "entry",
            Element("id", id),
            Said("title", words.Text(content.Title)),
            Element("published", Time(entry.First)),
            Element("updated", Time(row.PublishedAt)),
            Link("alternate", home + links[RecordNames.Address(RecordKind.Agreement, row.AgreementId)], "text/html"),
            Link("alternate", $"{home}/api/v1/agreements/{row.AgreementId}", "application/json"),
            Origin(home),
            Category(home, "kind", ContentJson.Name(row.Kind), words.Label(row.Kind)),
            Category(home, "status", ContentJson.Name(row.Status), words.Label(row.Status)),
            content.Sectors.Select(s => Category(home, "sector", s, words.Sector(s))),
            Said("summary", content.Summary is null ? (words.Language, InShort(row.Status, content, names)) : words.Text(content.Summary)));
    }

    private string InShort(AgreementStatus status, AgreementContent content, RecordNames names) =>
        string.Join(
            " · ",
            new[]
            {
                words.Label(content.Kind),
                words.Label(status),
                content.Signing() is { } signed && (signed.Date is { } date ? words.Date(date) : words.Bounds(signed.NotBefore, signed.NotAfter)) is { } when
                    ? $"{texts["SignedOn"]}{words.Space}{when}"
                    : null,
                string.Join(words.Listed, content.Parties.Select(p => names.At(content, p).Text)),
            }.OfType<string>());

    // In each entry as well as in the feed, because entries are passed on alone.
    private IEnumerable<XElement> Origin(string home) =>
    [
        new XElement(Atom + "author", Element("name", texts["Registry"]), Element("uri", home + "/")),
        Element("rights", $"{site.LicenceName}, {site.LicenceUrl}"),
        new XElement(Atom + "link", new XAttribute("rel", "license"), new XAttribute("href", site.LicenceUrl)),
    ];

    // Scheme and term together are the address of the list that has the value.
    private static XElement Category(string home, string name, string term, string label) =>
        new(Atom + "category", new XAttribute("scheme", $"{home}/agreements?{name}="), new XAttribute("term", term), new XAttribute("label", label));

    private static XElement Link(string way, string address, string type) =>
        new(Atom + "link", new XAttribute("rel", way), new XAttribute("type", type), new XAttribute("href", address));

    private XElement Said(string name, (string Tag, string Text) text)
    {
        var element = Element(name, text.Text);
        if (text.Tag != words.Language)
            element.Add(new XAttribute(XNamespace.Xml + "lang", text.Tag));
        return element;
    }

    private static XElement Element(string name, string text, params (string Name, string Value)[] attributes) =>
        new(Atom + name, attributes.Select(a => new XAttribute(a.Name, a.Value)), PlainText.Of(text));

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
