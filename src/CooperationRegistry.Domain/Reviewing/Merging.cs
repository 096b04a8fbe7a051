using System.Globalization;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Reviewing;

/// <summary>What the entry that stays takes over from the one that is merged into it.</summary>
public static class Merging
{
    /// <summary>The other's names as variants, the external ids and successions that this one lacks, and the citations that support them.</summary>
    public static void Absorb(this RecordContent into, RecordContent from)
    {
        switch (into, from)
        {
            case (CityContent city, CityContent other):
                Absorb(city, other, [.. Names(city, other), .. ExternalIds(city.ExternalIds, other.ExternalIds)]);
                break;
            case (PartnerContent partner, PartnerContent other):
                Absorb(partner, other, [.. Names(partner, other), .. ExternalIds(partner.ExternalIds, other.ExternalIds), .. Successions(partner, other)]);
                break;
            default:
                throw new ArgumentException("Only cities and partners are merged.", nameof(into));
        }
    }

    private static IEnumerable<(string From, string To)> Names(CityContent into, CityContent from)
    {
        foreach (var name in from.Names)
        {
            var known = into.Names.Find(n => n.Text == name.Text && n.Language == name.Language);
            if (known is null)
            {
                known = new CityName { Key = Fresh(into.Names, "n"), Text = name.Text, Language = name.Language, Kind = name.Kind is CityNameKind.Former ? name.Kind : CityNameKind.Variant, From = name.From, Until = name.Until };
                into.Names.Add(known);
            }
            yield return ($"names/{name.Key}", $"names/{known.Key}");
        }
    }

    private static IEnumerable<(string From, string To)> Names(PartnerContent into, PartnerContent from)
    {
        foreach (var name in from.Names)
        {
            var known = into.Names.Find(n => n.Text == name.Text && n.Language == name.Language);
            if (known is null)
            {
                var kind = name.Kind is PartnerNameKind.Former or PartnerNameKind.Acronym or PartnerNameKind.Misprint ? name.Kind : PartnerNameKind.Variant;
                known = new PartnerName { Key = Fresh(into.Names, "n"), Text = name.Text, Language = name.Language, Kind = kind, From = name.From, Until = name.Until };
                into.Names.Add(known);
            }
            yield return ($"names/{name.Key}", $"names/{known.Key}");
        }
    }

    private static IEnumerable<(string From, string To)> ExternalIds(List<ExternalId> into, List<ExternalId> from)
    {
        foreach (var id in from.Where(f => !into.Exists(i => i.Scheme == f.Scheme)).ToList())
        {
            into.Add(id with { Key = Fresh(into, "x") });
            yield return ($"externalIds/{id.Key}", $"externalIds/{into[^1].Key}");
        }
    }

    private static IEnumerable<(string From, string To)> Successions(PartnerContent into, PartnerContent from)
    {
        foreach (var succession in from.Successions.Where(f => !into.Successions.Exists(i => i.Side == f.Side && i.Partner == f.Partner)).ToList())
        {
            into.Successions.Add(new Succession { Key = Fresh(into.Successions, "s"), Side = succession.Side, Partner = succession.Partner, Kind = succession.Kind, Date = succession.Date });
            yield return ($"successions/{succession.Key}", $"successions/{into.Successions[^1].Key}");
        }
    }

    private static void Absorb(CitedContent into, CitedContent from, List<(string From, string To)> moved)
    {
        foreach (var citation in from.Citations)
        {
            var supports = citation.Supports.SelectMany(path => Moved(path, moved)).Distinct().ToList();
            if (supports.Count == 0)
                continue;
            into.Citations.Add(new Citation
            {
                Key = Fresh(into.Citations, "ci"),
                Source = citation.Source,
                Supports = supports,
                Locator = citation.Locator,
                Says = supports.Count == 1 ? citation.Says : null,
            });
        }
    }

    // The item itself, a part of it, or the list that it stands in.
    private static IEnumerable<string> Moved(string path, List<(string From, string To)> moved) =>
        from item in moved
        where path == item.From || path.StartsWith(item.From + "/", StringComparison.Ordinal) || item.From.StartsWith(path + "/", StringComparison.Ordinal)
        select item.To + (path.Length > item.From.Length ? path[item.From.Length..] : "");

    private static string Fresh(IEnumerable<IKeyed> items, string prefix)
    {
        var last = items.Select(i => i.Key).Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Select(k => int.TryParse(k.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty().Max();
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{last + 1}");
    }
}
