using CooperationRegistry.Data.Reviewing;
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

    public static void DropBlanks(this Draft draft)
    {
        var agreement = (AgreementContent)draft.Content;
        foreach (var party in agreement.Parties.Where(IsBlank).ToList())
        {
            agreement.Parties.Remove(party);
            agreement.Forget($"parties/{party.Key}");
        }
        agreement.Signatures.RemoveAll(IsBlank);
        agreement.Commitments.RemoveAll(IsBlank);
        if (agreement.SigningEvent?.IsBlank() == true)
            agreement.SigningEvent = null;
        agreement.Citations.RemoveAll(c =>
            c.Source.Length == 0 || draft.Companions.Exists(s => s.Id == c.Source && s.Content is SourceContent source && source.IsBlank()));
        draft.DropOrphans();
    }

    /// <summary>Removes records on the way that nothing refers to any more.</summary>
    public static void DropOrphans(this Draft draft)
    {
        int before;
        do
        {
            before = draft.Companions.Count;
            var used = draft.Companions.SelectMany(c => c.Content.References()).Concat(draft.Content.References()).Select(r => r.Id).ToHashSet();
            draft.Companions.RemoveAll(c => !used.Contains(c.Id));
        }
        while (draft.Companions.Count < before);
    }

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
