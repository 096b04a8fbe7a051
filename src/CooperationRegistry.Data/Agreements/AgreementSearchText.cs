using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Data.Agreements;

internal static class AgreementSearchText
{
    /// <summary>Every word a reader may look for: titles, names in all variants and scripts, those of predecessors too, people, promises, sectors.</summary>
    public static string Of(Agreement agreement, IReadOnlyList<string> cities, IReadOnlyList<string> partners, ListingSurroundings around)
    {
        var content = agreement.Content;
        IEnumerable<string?> words =
        [
            agreement.Id,
            .. content.Title.Values,
            content.InstrumentAsPrinted,
            .. content.Summary?.Values ?? Enumerable.Empty<string>(),
            .. cities.SelectMany(id => around.Cities[id].Names).Select(n => n.Text),
            .. partners.SelectMany(id => around.Partners[id].Names.Concat(around.Predecessors[id].SelectMany(p => p.Names))).Select(n => n.Text),
            .. content.Parties.Select(p => p.NameAsPrinted),
            .. content.Signatures.SelectMany(s => new[] { s.Person, s.PersonKnownAs }),
            .. content.Events.SelectMany(e => e.Present).SelectMany(p => new[] { p.Person, p.PersonKnownAs, p.Organisation }),
            .. content.SigningEvent?.Present.SelectMany(p => new[] { p.Person, p.PersonKnownAs, p.Organisation }) ?? [],
            .. content.Commitments.SelectMany(c => c.Text.Values),
            .. content.Sectors.SelectMany(s => CodeLists.Sectors.Find(s)?.Labels.Values ?? []),
        ];
        return string.Join('\n', words.OfType<string>().Distinct());
    }
}
