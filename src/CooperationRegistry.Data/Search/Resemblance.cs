using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Data.Search;

/// <summary>A content to compare, with the ids and folded addresses of the sources that it cites.</summary>
internal sealed record Compared(RecordContent Content, IReadOnlySet<string> Sources);

/// <summary>Judges whether two contents may tell of the same thing, and how much speaks for it.</summary>
internal static class Resemblance
{
    /// <summary>The least likeness of a name that is only written differently; tried on the sample.</summary>
    public const double Name = 0.5;

    /// <summary>Of a title; those of agreements share many words.</summary>
    public const double Title = 0.55;

    private const int Days = 60;

    /// <returns>Null where nothing speaks for it.</returns>
    public static (LikenessReason Reason, double Weight)? Between(Compared one, Compared other) =>
        (one.Content, other.Content) switch
        {
            (AgreementContent a, AgreementContent b) => Agreements(a, b, one.Sources.Overlaps(other.Sources)),
            (CityContent a, CityContent b) => Named(a, a.Country, a.ExternalIds, b, b.Country, b.ExternalIds),
            (PartnerContent a, PartnerContent b) => Named(a, a.Country, a.ExternalIds, b, b.Country, b.ExternalIds),
            (SourceContent a, SourceContent b) => Sources(a, b),
            (ProjectContent a, ProjectContent b) => Projects(a, b),
            (CapacityStatContent a, CapacityStatContent b) =>
                a.City.Length > 0 && (a.City, a.Metric, a.Technology, a.AsOf) == (b.City, b.Metric, b.Technology, b.AsOf) ? (LikenessReason.SameFigure, 1) : null,
            _ => null,
        };

    public static IReadOnlyList<string> Titles(LocalizedText title) => [.. title.Values.Select(Folding.Text).Where(t => t.Length > 0)];

    private static (LikenessReason Reason, double Weight)? Agreements(AgreementContent a, AgreementContent b, bool sameSource)
    {
        var (parties, others) = (Parties(a), Parties(b));
        var shared = parties.Intersect(others).Count();
        var sameParties = shared >= 2 && (shared == parties.Count || shared == others.Count) && MayBeClose(Span(a), Span(b));
        var title = Trigrams.Best(Titles(a.Title), Titles(b.Title));
        // A usual title between quite other parties is another agreement.
        var likeTitle = title >= Title && (shared > 0 || parties.Count == 0 || others.Count == 0);
        var weight = (sameParties ? parties.Count == others.Count ? 1 : 0.8 : 0) + (likeTitle ? title : 0) + (sameSource ? 0.5 : 0);
        return weight == 0 ? null : (sameParties ? LikenessReason.SameParties : likeTitle ? LikenessReason.LikeTitle : LikenessReason.SameSource, weight);
    }

    private static HashSet<(RecordKind, string)> Parties(AgreementContent agreement) =>
    [
        .. agreement.Parties
            .Select(p => (p.City is null ? RecordKind.Partner : RecordKind.City, p.City ?? p.Partner ?? ""))
            .Where(p => p.Item2.Length > 0 && !RecordId.IsTemporary(p.Item2)),
    ];

    // Of the signing; else of the first event.
    private static (DateOnly? From, DateOnly? Until) Span(AgreementContent agreement)
    {
        var first = agreement.Events.Find(e => e.Kind == EventKind.Signed) ?? agreement.Events.OrderBy(e => e.Date?.Earliest ?? DateOnly.MaxValue).FirstOrDefault();
        return (first?.Date?.Earliest ?? first?.NotBefore?.Earliest, first?.Date?.Latest ?? first?.NotAfter?.Latest);
    }

    // What is not known, a year above all, may lie anywhere.
    private static bool MayBeClose((DateOnly? From, DateOnly? Until) a, (DateOnly? From, DateOnly? Until) b) =>
        !(a.From?.DayNumber - b.Until?.DayNumber > Days) && !(b.From?.DayNumber - a.Until?.DayNumber > Days);

    private static (LikenessReason Reason, double Weight)? Named(RecordContent a, string? country, List<ExternalId> ids, RecordContent b, string? otherCountry, List<ExternalId> otherIds)
    {
        var name = Trigrams.Best(SearchNames.Of(a), SearchNames.Of(b));
        var elsewhere = !string.IsNullOrEmpty(country) && !string.IsNullOrEmpty(otherCountry) && country != otherCountry;
        if (ids.Exists(i => i.Value.Length > 0 && otherIds.Exists(o => o.Scheme == i.Scheme && o.Value == i.Value)))
            return (LikenessReason.SameExternalId, 2 + name);
        if (name < Name || (elsewhere && name < 0.75))
            return null;
        return (name == 1 ? LikenessReason.SameName : LikenessReason.LikeName, elsewhere ? name - 0.5 : name);
    }

    private static (LikenessReason Reason, double Weight)? Sources(SourceContent a, SourceContent b)
    {
        if (Folding.Address(a.Url) is { } address && address == Folding.Address(b.Url))
            return (LikenessReason.SameAddress, 2);
        var title = Trigrams.Best(Titles(a.Title), Titles(b.Title));
        var samePublisher = a.Publisher is { Length: > 0 } && Folding.Text(a.Publisher) == Folding.Text(b.Publisher ?? "");
        return title >= Title && (samePublisher || (a.Published is not null && a.Published == b.Published)) ? (LikenessReason.LikeTitle, title) : null;
    }

    private static (LikenessReason Reason, double Weight)? Projects(ProjectContent a, ProjectContent b)
    {
        var title = Trigrams.Best(Titles(a.Title), Titles(b.Title));
        return title >= Title && (a.City == b.City || a.City is null || b.City is null) ? (LikenessReason.LikeTitle, title) : null;
    }
}
