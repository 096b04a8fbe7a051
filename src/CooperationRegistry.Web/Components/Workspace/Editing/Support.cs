using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;

namespace CooperationRegistry.Web.Components.Workspace.Editing;

/// <summary>Which facts a source supports. Usually all that was typed from it, so that is what a new citation means until told otherwise.</summary>
public sealed class Support
{
    private readonly AgreementContent agreement;
    private readonly HashSet<string> everything;

    public Support(AgreementContent agreement)
    {
        this.agreement = agreement;
        var all = Facts().ToHashSet();
        everything = [.. agreement.Citations.Where(c => c.Supports.Count == 0 || all.SetEquals(c.Supports)).Select(c => c.Key)];
    }

    /// <summary>The paths of all facts that the agreement holds now.</summary>
    public IEnumerable<string> Facts()
    {
        if (agreement.Title.Count > 0)
            yield return "title";
        yield return "kind";
        if (agreement.InstrumentAsPrinted is not null)
            yield return "instrumentAsPrinted";
        if (agreement.Summary is not null)
            yield return "summary";
        foreach (var (list, items) in Lists())
        {
            foreach (var item in items)
                yield return $"{list}/{item.Key}";
        }
        if (agreement.SigningEvent is not null)
            yield return "signingEvent";
        if (agreement.Term is not null)
            yield return "term";
        if (agreement.Sectors.Count > 0)
            yield return "sectors";
    }

    public bool IsEverything(Citation citation) => everything.Contains(citation.Key);

    public void SetEverything(Citation citation, bool on)
    {
        if (on)
            everything.Add(citation.Key);
        else
            everything.Remove(citation.Key);
        Refresh();
    }

    /// <summary>Brings the citations that mean everything up to what there is.</summary>
    public void Refresh()
    {
        foreach (var citation in agreement.Citations.Where(IsEverything))
            citation.Supports = [.. Facts()];
    }

    private IEnumerable<(string List, IEnumerable<IKeyed> Items)> Lists() =>
    [
        ("parties", agreement.Parties.Where(p => !p.IsBlank())),
        ("signatures", agreement.Signatures.Where(s => !s.IsBlank())),
        ("events", agreement.Events),
        ("commitments", agreement.Commitments.Where(c => !c.IsBlank())),
        ("amounts", agreement.Amounts),
        ("quantities", agreement.Quantities),
        ("relations", agreement.Relations),
    ];
}
