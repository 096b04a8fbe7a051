using System.Globalization;
using System.Text;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Reviewing;

/// <summary>Gives a new record its lasting id: the next number, or a name in Latin letters with a suffix where two collide.</summary>
internal static class NewIds
{
    public static async Task<string> ForAsync(RegistryDbContext db, RecordContent content, IReadOnlyCollection<string> justGiven, CancellationToken cancellationToken)
    {
        if (Stem(content) is not { } stem)
            return await RecordNumbers.NextAsync(db, content.Record, cancellationToken);

        var candidates = Enumerable.Range(1, 200).Select(n => n == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}")).ToList();
        // Whatever was published under an id stays readable there, also when the record was merged or withdrawn.
        var given = await db.Revisions.Where(r => r.Kind == content.Record && candidates.Contains(r.RecordId)).Select(r => r.RecordId).Distinct().ToListAsync(cancellationToken);
        return candidates.Except(given).Except(justGiven).First();
    }

    /// <summary>The id of a city or a partner as long as no other has it; null for what is numbered.</summary>
    public static string? Stem(RecordContent content) =>
        content switch
        {
            CityContent city => $"{city.Country.ToLowerInvariant()}-{Slug(city.Names.Select(n => n.Text).Prepend(city.Display("en")?.Text), "city")}",
            PartnerContent partner => Slug(Preferred(partner), "partner"),
            _ => null,
        };

    private static IEnumerable<string?> Preferred(PartnerContent partner) =>
        partner.Names.Where(n => n.Kind == PartnerNameKind.Acronym).Select(n => n.Text).Append(partner.Display("en")?.Text).Concat(partner.Names.Select(n => n.Text));

    private static string Slug(IEnumerable<string?> names, string otherwise) => names.Select(n => Slug(n ?? "")).FirstOrDefault(s => s.Length > 0) ?? otherwise;

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        // Taken apart first: İ has no small letter of its own, but I has.
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (Folding.Plain(letter) is { } plain)
                slug.Append(plain);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark || letter is '\'' or '’')
                continue;
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        var whole = slug.ToString().Trim('-');
        return whole.Length <= 60 ? whole : whole[..60].Trim('-');
    }
}
