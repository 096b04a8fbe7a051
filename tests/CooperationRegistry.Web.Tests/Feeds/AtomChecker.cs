using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace CooperationRegistry.Web.Tests.Feeds;

/// <summary>Reads a feed as RFC 4287 wants one, written from the standard, so that feeds are judged by it and not by our writer.</summary>
internal static partial class AtomChecker
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly string[] OfFeeds = ["author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights", "subtitle", "title", "updated", "entry"];
    private static readonly string[] OfEntries = ["author", "category", "content", "contributor", "id", "link", "published", "rights", "source", "summary", "title", "updated"];

    /// <returns>The feed, of which everything that the standard demands holds; its entries stand newest first.</returns>
    public static XElement Read(byte[] bytes)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", text, StringComparison.Ordinal);
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { CheckCharacters = true, DtdProcessing = DtdProcessing.Prohibit });
        var feed = XDocument.Load(reader).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Matches(LanguageTag(), (string?)feed.Attribute(XNamespace.Xml + "lang"));
        Container(feed, OfFeeds, ["generator", "icon", "logo", "rights", "subtitle"]);
        Assert.Single(Links(feed, "self"));
        Assert.True(feed.Elements(Atom + "author").Any() || feed.Elements(Atom + "entry").All(e => e.Elements(Atom + "author").Any()), "4.1.1: an author of the feed, or of each entry");

        var entries = feed.Elements(Atom + "entry").ToList();
        foreach (var entry in entries)
            Entry(entry);
        var ids = entries.Select(Id).Prepend(Id(feed)).ToList();
        Assert.Equal(ids.Distinct(), ids);
        var times = entries.ConvertAll(Updated);
        Assert.Equal(times.OrderDescending(), times);
        Assert.All(times, t => Assert.True(t <= Updated(feed), "The feed was updated when its newest entry was."));
        return feed;
    }

    public static string Id(XElement element) => element.Element(Atom + "id")!.Value;

    public static DateTimeOffset Updated(XElement element) => DateTimeOffset.Parse(element.Element(Atom + "updated")!.Value, null);

    public static List<XElement> Links(XElement element, string way) => [.. element.Elements(Atom + "link").Where(l => ((string?)l.Attribute("rel") ?? "alternate") == way)];

    private static void Entry(XElement entry)
    {
        Container(entry, OfEntries, ["content", "published", "rights", "source", "summary"]);
        if (entry.Element(Atom + "content") is null)
            Assert.NotEmpty(Links(entry, "alternate"));
        if (entry.Element(Atom + "published") is { } published)
        {
            Date(published);
            Assert.True(DateTimeOffset.Parse(published.Value, null) <= Updated(entry), "published after updated");
        }
        if (entry.Element(Atom + "summary") is { } summary)
            TextOf(summary);
    }

    private static void Container(XElement element, string[] known, string[] atMostOnce)
    {
        Assert.All(element.Elements(), e => Assert.True(e.Name.Namespace == Atom && known.Contains(e.Name.LocalName), $"{e.Name} in {element.Name}"));
        Assert.All(["id", "title", "updated"], name => Assert.Single(element.Elements(Atom + name)));
        Assert.All(atMostOnce, name => Assert.InRange(element.Elements(Atom + name).Count(), 0, 1));
        Iri(Id(element));
        TextOf(element.Element(Atom + "title")!);
        Assert.False(string.IsNullOrWhiteSpace(element.Element(Atom + "title")!.Value));
        Date(element.Element(Atom + "updated")!);
        if (element.Element(Atom + "rights") is { } rights)
            TextOf(rights);
        foreach (var person in element.Elements(Atom + "author").Concat(element.Elements(Atom + "contributor")))
            Person(person);
        foreach (var link in element.Elements(Atom + "link"))
            Link(link);
        var alternates = Links(element, "alternate").ConvertAll(l => ((string?)l.Attribute("type"), (string?)l.Attribute("hreflang")));
        Assert.Equal(alternates.Distinct(), alternates);
        foreach (var category in element.Elements(Atom + "category"))
            Category(category);
    }

    private static void Person(XElement person)
    {
        Assert.False(string.IsNullOrWhiteSpace(Assert.Single(person.Elements(Atom + "name")).Value));
        Assert.InRange(person.Elements(Atom + "email").Count(), 0, 1);
        if (person.Elements(Atom + "uri").SingleOrDefault() is { } uri)
            Iri(uri.Value);
    }

    private static void Link(XElement link)
    {
        Iri((string?)link.Attribute("href"));
        Assert.True(link.Attribute("type") is not { Value: var type } || MediaType().IsMatch(type), "4.2.7.3");
        Assert.True(link.Attribute("rel") is not { Value: var rel } || LinkRelation().IsMatch(rel) || Uri.IsWellFormedUriString(rel, UriKind.Absolute), "4.2.7.2");
    }

    private static void Category(XElement category)
    {
        Assert.False(string.IsNullOrEmpty((string?)category.Attribute("term")));
        if (category.Attribute("scheme") is { Value: var scheme })
            Iri(scheme);
        Assert.True(category.IsEmpty || category.Value.Length == 0);
    }

    // Plain text: nothing of ours is HTML.
    private static void TextOf(XElement text)
    {
        Assert.True(text.Attribute("type") is null or { Value: "text" });
        Assert.False(text.HasElements);
        Assert.True(text.Attribute(XNamespace.Xml + "lang") is not { Value: var tag } || LanguageTag().IsMatch(tag));
    }

    private static void Date(XElement date)
    {
        Assert.Matches(Rfc3339(), date.Value);
        Assert.True(DateTimeOffset.TryParse(date.Value, null, out _));
    }

    private static void Iri(string? text) => Assert.Matches(WholeAddress(), text);

    // RFC 3986 with a scheme; ours have no letters beyond ASCII.
    [GeneratedRegex(@"^[a-z][a-z0-9+.-]*:([A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+\z")]
    private static partial Regex WholeAddress();

    // "T" and "Z" are capitals (3.3).
    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\z")]
    private static partial Regex Rfc3339();

    [GeneratedRegex(@"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\z")]
    private static partial Regex LanguageTag();

    [GeneratedRegex(@"^[\w.+-]+/[\w.+-]+(;.*)?\z")]
    private static partial Regex MediaType();

    [GeneratedRegex(@"^[a-z][a-z0-9.-]*\z")]
    private static partial Regex LinkRelation();
}
