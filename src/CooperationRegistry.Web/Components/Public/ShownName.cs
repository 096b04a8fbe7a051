using CooperationRegistry.Data;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Components.Public;

/// <summary>The name of a record in the language of a page.</summary>
/// <param name="Tag">BCP 47, of the name.</param>
internal sealed record ShownName(string Tag, string Text)
{
    /// <summary>The name at a signing between two days; null where no name has a date, and it is the same on all of them.</summary>
    public Func<(DateOnly? First, DateOnly? Last), IName?>? At { get; private init; }

    private static ShownName? Of(CityContent city, string language) => Of(city.Names, city.Display(language), signing => city.DisplayIn(signing, language));

    private static ShownName? Of(PartnerContent partner, string language) => Of(partner.Names, partner.Display(language), signing => partner.DisplayIn(signing, language));

    /// <summary>The names of cities or partners that have one, by id; none of records of other kinds.</summary>
    public static async Task<IReadOnlyList<(string Id, ShownName Name)>> ReadAsync(RegistryDbContext db, RecordKind kind, IReadOnlyList<string> ids, string language, CancellationToken cancellation)
    {
        IEnumerable<(string Id, ShownName? Name)> found = ids.Count == 0 ? [] : kind switch
        {
            RecordKind.City => (await db.Cities.AsSingleQuery().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Content.Names }).ToListAsync(cancellation))
                .Select(c => (c.Id, Of(new CityContent { Names = c.Names }, language))),
            RecordKind.Partner => (await db.Partners.AsSingleQuery().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Content.Names }).ToListAsync(cancellation))
                .Select(p => (p.Id, Of(new PartnerContent { Names = p.Names }, language))),
            _ => [],
        };
        return [.. from named in found where named.Name is not null select (named.Id, named.Name)];
    }

    private static ShownName? Of(IEnumerable<IName> all, IName? today, Func<(DateOnly?, DateOnly?), IName?> at) =>
        today is null ? null : new ShownName(today.Language, today.Text) { At = all.Any(n => n.From is not null || n.Until is not null) ? at : null };
}
