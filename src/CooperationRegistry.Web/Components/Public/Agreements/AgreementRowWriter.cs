using System.Globalization;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Components.Public.Shared;
using CooperationRegistry.Web.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Components.Public.Agreements;

/// <summary>The rows of a list of agreements, each as an item of a list in HTML.</summary>
internal sealed class AgreementRowWriter(HtmlWriter html, Words words, IStringLocalizer<PublicTexts> texts, Links links, RecordNames names)
{
    public MarkupString Written => html.Written;

    /// <summary>On which the status of a content holds.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>A city or partner that is not named.</summary>
    public string? Except { get; init; }

    /// <summary>What was looked for.</summary>
    public IReadOnlyList<string> Needles { get; init; } = [];

    /// <summary>For the numbers of the sources, where the page gives them.</summary>
    public CitedRecord? Page { get; init; }

    /// <param name="row">As the list has it.</param>
    /// <param name="content">Of which the decisive event and its sources are shown; null for the day of signing.</param>
    public void Write(ListedAgreement row, AgreementContent? content)
    {
        var (tag, title) = words.Language == InterfaceLanguage.Chinese && row.TitleZh is { } chinese ? (InterfaceLanguage.Chinese, chinese) : (row.TitleLanguage, row.Title);
        List<(string Address, string Tag, string Name)> with = [.. Named(row, RecordKind.City, row.CityIds), .. Named(row, RecordKind.Partner, row.PartnerIds)];
        html.Markup("<li><p class=\"row-title\"><span>");
        Link($"/agreements/{row.AgreementId}", tag, title);
        html.Markup("</span> <span class=\"status\"><span class=\"shape\" aria-hidden=\"true\">").Text(Words.Shape(row.Status)).Markup("</span>").Text(words.Label(row.Status)).Markup("</span></p>");
        html.Markup("<div class=\"row-more\"><span>").Text(words.Label(row.Kind)).Markup("</span>");
        if (content is not null)
            Decided(row, content);
        else if (row.SignedOn is not null || row.SignedSort is not null)
            Signed(row);
        if (with.Count > 0)
            With(with);
        html.Markup("<span class=\"id\">").Text(row.AgreementId).Markup("</span></div>");
        if (Needles.Count > 0 && row.Text is not null && SearchMatch.Snippet(row.Text.Split('\n'), Needles, [title, row.AgreementId, .. with.Select(w => w.Name)]) is { } snippet)
        {
            html.Markup("<p class=\"snippet\">");
            Found(snippet);
            html.Markup("</p>");
        }
        html.Markup("</li>\n");
    }

    private IEnumerable<(string Address, string Tag, string Name)> Named(ListedAgreement row, RecordKind kind, List<string> ids)
    {
        foreach (var id in ids)
        {
            if (id == Except)
                continue;
            var (tag, text) = names.At(row, kind, id);
            yield return (RecordNames.Address(kind, id), tag, text);
        }
    }

    private void Decided(ListedAgreement row, AgreementContent content)
    {
        var cited = Page?.Of(content);
        html.Markup("<span>");
        if (content.Events.Find(e => e.Key == content.StatusOn(Today).EventKey) is { } decisive)
        {
            html.Text(words.Label(decisive.Kind)).Text(words.Space).Date(decisive.Date, decisive.NotBefore, decisive.NotAfter, words, texts["DateNotStated"]);
            Marks(cited, $"events/{decisive.Key}");
        }
        else
        {
            html.Text(words.Label(row.Evidence));
            Marks(cited, "");
        }
        html.Markup("</span>");
    }

    private void Marks(CitedRecord? cited, string path)
    {
        if (cited is not null)
            html.SourceNumbers(cited.NumbersAt(path), texts);
    }

    private void Signed(ListedAgreement row)
    {
        var signed = row.SignedOn is { } on ? new EdtfDate(on) : null;
        // A date without a year, or none: what the row knows of the day are its bounds.
        var (notBefore, notAfter) = signed is { HasYear: true } ? (null, null) : (NotBefore(row.SignedEarliest), NotAfter(row.SignedLatest));
        html.Markup("<span>").Text(texts["SignedOn"]).Text(words.Space).Date(signed, notBefore, notAfter, words, texts["DateNotStated"]).Markup("</span>");
    }

    private void With(List<(string Address, string Tag, string Name)> parties)
    {
        html.Markup("<span>").Text(texts["With"]).Text(words.Space);
        foreach (var (index, (address, tag, name)) in parties.Index())
        {
            if (index > 0)
                html.Text(words.Listed);
            Link(address, tag, name);
        }
        html.Markup("</span>");
    }

    private void Link(string address, string tag, string text)
    {
        html.Markup("<a").Attribute("href", links[address]).Attribute("lang", tag == words.Language ? null : tag).Markup(">");
        Found(text);
        html.Markup("</a>");
    }

    private void Found(string text)
    {
        if (Needles.Count == 0)
        {
            html.Text(text);
            return;
        }
        foreach (var piece in SearchMatch.Pieces(text, Needles))
            html.Markup(piece.IsMatch ? "<mark>" : "").Text(piece.Text).Markup(piece.IsMatch ? "</mark>" : "");
    }

    // A bound on the edge of a month or a year is that month or year: the row keeps days, the source may have said less.
    private static EdtfDate? NotBefore(DateOnly? day) => day is { } known ? Bound(known, known.Day == 1, known.DayOfYear == 1) : null;

    private static EdtfDate? NotAfter(DateOnly? day) => day is { } known ? Bound(known, known.Day == DateTime.DaysInMonth(known.Year, known.Month), known is { Month: 12, Day: 31 }) : null;

    private static EdtfDate Bound(DateOnly day, bool isMonth, bool isYear) =>
        new(day.ToString(isYear ? "yyyy" : isMonth ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
