using System.Globalization;
using System.Runtime.CompilerServices;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Web.Components.Public.Agreements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Components.Public.Feeds;

/// <summary>Writes what is due by agreements as iCalendar (RFC 5545), in the language of the request: a whole day each, the last one possible.</summary>
internal sealed class AgreementCalendar(Words words, IStringLocalizer<PublicTexts> texts, Links links, Site site)
{
    /// <summary>The key of what it is called.</summary>
    public const string Title = "CalendarTitle";

    private const int Page = 500;
    private const string Cancelled = "CANCELLED";

    /// <summary>The text in pieces: the head, an event each, the end.</summary>
    /// <param name="db">A context.</param>
    /// <param name="filter">Prepared; sort, cursor and page size do not count.</param>
    /// <param name="title">Of the calendar.</param>
    /// <param name="home">What addresses start with, without a slash at its end.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async IAsyncEnumerable<string> WriteAsync(
        RegistryDbContext db, AgreementFilter filter, string title, string home, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return Head(title);
        // By number, so that nothing comes twice or is left out while others are published.
        for (long last = 0; ;)
        {
            var rows = await db.AgreementListings.Matching(filter).Where(l => l.Number > last).OrderBy(l => l.Number).Take(Page)
                .Select(l => new { l.AgreementId, l.Number, l.Status }).ToListAsync(cancellation);
            if (rows.Count == 0)
                break;
            last = rows[^1].Number;
            var ids = rows.ConvertAll(r => r.AgreementId);
            var agreements = await db.Agreements.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
            var names = await RecordNames.LoadAsync(db, words.Language, agreements.Values.SelectMany(a => a.Content.Parties).Select(p => p.Named()), cancellation);
            foreach (var text in rows.Where(r => agreements.ContainsKey(r.AgreementId)).SelectMany(r => Events(agreements[r.AgreementId], r.Status, names, home)))
                yield return text;
        }
        yield return new CalendarLines().Add("END", "VCALENDAR").ToString();
    }

    // X-WR-CALNAME is what programs older than NAME (RFC 7986) know.
    private string Head(string title) =>
        new CalendarLines()
            .Add("BEGIN", "VCALENDAR")
            .Add("VERSION", "2.0")
            .AddText("PRODID", "-//Cooperation Registry//EN")
            .AddText("NAME", title)
            .AddText("X-WR-CALNAME", title)
            .AddText("DESCRIPTION", $"{texts["FooterLicence"]}{words.Space}{site.LicenceName}, {site.LicenceUrl}")
            .Add("REFRESH-INTERVAL;VALUE=DURATION", "P1D")
            .ToString();

    private IEnumerable<string> Events(Agreement agreement, AgreementStatus status, RecordNames names, string home)
    {
        var content = agreement.Content;
        var title = words.Text(content.Title).Text;
        foreach (var promise in content.Commitments)
        {
            if (promise.Due is not { Latest: { } day } due)
                continue;
            var (text, by) = (words.Text(promise.Text).Text, content.Parties.Where(p => promise.PromisedBy.Contains(p.Key)).Select(p => names.At(content, p).Text).ToList());
            yield return Event(
                agreement,
                promise.Key,
                day,
                promise.Outcome == Outcome.Dropped ? Cancelled : Standing(status),
                texts["CalendarDue", words.Date(due), text],
                [
                    text,
                    Line("Who", by.Count == 0 ? texts["AllParties"] : string.Join(words.Listed, by)),
                    Line("ByWhen", words.Date(due)),
                    Line("HowItStands", words.Label(promise.Outcome)),
                    $"{title} ({agreement.Id})",
                ],
                home);
        }
        if (content.TermEnd() is { } over)
        {
            var (key, written) = content.Term!.End is { } end ? ("TermEnds", words.Date(end)) : ("TermEndsComputed", words.Date(over));
            var ended = status is AgreementStatus.Terminated or AgreementStatus.Withdrawn ? Cancelled : Standing(status);
            yield return Event(agreement, "term", over, ended, texts["CalendarTermEnds", written, title], [$"{title} ({agreement.Id})", Line(key, written), Line("Filter_status", words.Label(status))], home);
        }
    }

    private string Event(Agreement agreement, string key, DateOnly day, string status, string summary, IEnumerable<string> lines, string home)
    {
        var url = new Uri($"{home}{links[RecordNames.Address(RecordKind.Agreement, agreement.Id)]}#{key}");
        var written = new CalendarLines()
            .Add("BEGIN", "VEVENT")
            .AddText("UID", $"{agreement.Id}-{key}@{url.IdnHost}")
            .AddTime("DTSTAMP", agreement.PublishedAt)
            .AddTime("LAST-MODIFIED", agreement.PublishedAt)
            .Add("SEQUENCE", (agreement.Revision - 1).ToString(CultureInfo.InvariantCulture))
            .AddDay("DTSTART", day);
        // The end is the day after; the last of all days has none, and is a whole day without it as well.
        if (day < DateOnly.MaxValue)
            written.AddDay("DTEND", day.AddDays(1));
        return written
            .AddText("SUMMARY", summary)
            .AddText("DESCRIPTION", string.Join('\n', lines.Append(url.AbsoluteUri)))
            .AddText("CATEGORIES", agreement.Content.Sectors.Select(words.Sector).Prepend(words.Label(agreement.Content.Kind)))
            .Add("STATUS", status)
            // Nobody is busy all day because something is due.
            .Add("TRANSP", "TRANSPARENT")
            .Add("URL", url.AbsoluteUri)
            .Add("END", "VEVENT")
            .ToString();
    }

    private string Line(string key, string value) => $"{texts[key]}{words.Colon}{value}";

    private static string Standing(AgreementStatus status) => status < AgreementStatus.Signed ? "TENTATIVE" : "CONFIRMED";
}
