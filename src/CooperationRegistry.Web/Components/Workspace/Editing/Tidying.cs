using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;

namespace CooperationRegistry.Web.Components.Workspace.Editing;

/// <summary>Rows that a form offers and nobody filled in are not part of what is submitted.</summary>
internal static class Tidying
{
    public static bool IsBlank(this Party party) =>
        party is { City: null, Partner: null, NameAsPrinted: null, OnBehalfOfCity: null, OnBehalfOfPartner: null, Note: null };

    public static bool IsBlank(this Signature signature) =>
        signature is { Person: null, PersonKnownAs: null, Title: null, Capacity: null, Parties.Count: 0 };

    public static bool IsBlank(this Commitment commitment) =>
        commitment is { Text.Count: 0, PromisedBy.Count: 0, Quantity: null, Money: null, Due: null, Baseline: null, Progress.Count: 0 };

    public static bool IsBlank(this SourceContent source) =>
        source is { Title.Count: 0, Publisher: null, Url: null, Published: null, PublishedAsPrinted: null, Note: null, Attachment: null };

    public static bool IsBlank(this SigningEvent held) =>
        held is { Name: null, Place: null, City: null, Date: null, DateBasis: null, Online: null, Present.Count: 0 };

    public static bool IsBlank(this Draft draft, Citation citation) =>
        citation.Source.Length == 0 || draft.Companions.Exists(s => s.Id == citation.Source && s.Content is SourceContent source && source.IsBlank());

    /// <returns>Puts the rows back, for an editor who is not done.</returns>
    public static Action DropBlanks(this Draft draft)
    {
        var agreement = (AgreementContent)draft.Content;
        var undo = new List<Action>();
        Drop(agreement.Parties, IsBlank);
        Drop(agreement.Signatures, IsBlank);
        Drop(agreement.Commitments, IsBlank);
        // The only source is asked for: nothing is entered here without one.
        if (agreement.Citations.Exists(c => !draft.IsBlank(c)))
            Drop(agreement.Citations, draft.IsBlank);
        if (agreement.SigningEvent?.IsBlank() == true)
            agreement.SigningEvent = null;
        var used = draft.UsedIds();
        Drop(draft.Companions, c => !used.Contains(c.Id));
        return () => undo.ForEach(put => put());

        void Drop<TItem>(List<TItem> list, Predicate<TItem> isBlank)
        {
            foreach (var (at, item) in list.Index().Where(i => isBlank(i.Item)).ToList())
                undo.Add(() => list.Insert(Math.Min(at, list.Count), item));
            list.RemoveAll(isBlank);
        }
    }

    /// <summary>The draft as it would be submitted, sharing nothing with the one that is being typed into.</summary>
    public static Draft WithoutBlanks(this Draft draft)
    {
        var copy = new Draft
        {
            Kind = draft.Kind,
            RecordId = draft.RecordId,
            BaseRevision = draft.BaseRevision,
            Content = ContentJson.Copy(draft.Content),
            Companions = [.. draft.Companions.Select(c => new Companion { Id = c.Id, Content = ContentJson.Copy(c.Content) })],
        };
        copy.DropBlanks();
        return copy;
    }

    /// <summary>Removes records on the way that nothing refers to any more.</summary>
    public static void DropOrphans(this Draft draft)
    {
        var used = draft.UsedIds();
        draft.Companions.RemoveAll(c => !used.Contains(c.Id));
    }

    private static HashSet<string> UsedIds(this Draft draft) =>
        [.. draft.Companions.Select(c => c.Content).Append(draft.Content).SelectMany(c => c.References()).Select(r => r.Id)];

    /// <summary>Takes a removed item out of everything that points at it.</summary>
    public static void Forget(this AgreementContent agreement, string path)
    {
        var (list, key) = (path.Split('/')[0], path.Split('/')[1]);
        foreach (var node in ContentGraph.Nodes(agreement).ToList())
        {
            if (node.Property.Rule<KeyOfAttribute>()?.List != list)
                continue;
            if (node.Value is List<string> keys)
                keys.Remove(key);
            else if (node.Value as string == key)
                node.Property.Set(node.Owner, null);
        }
        foreach (var citation in agreement.Citations)
            citation.Supports.RemoveAll(s => s == path || s.StartsWith(path + "/", StringComparison.Ordinal));
        agreement.Disputes.RemoveAll(d => d.Path == path || d.Path.StartsWith(path + "/", StringComparison.Ordinal));
    }
}
