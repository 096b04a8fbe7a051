using System.Collections;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Components.Workspace.Editing;

/// <summary>Rows that a form offers and nobody filled in are not part of what is submitted.</summary>
internal static class Tidying
{
    /// <summary>Holds nothing but its key and what a form sets by itself: choices and the language of a name.</summary>
    public static bool IsBlank(object item) =>
        // An event or a state of which only the kind is known is a fact; so is how a term is renewed.
        item is not (AgreementEvent or ProjectState or Term { Renewal: not null })
        && ContentGraph.PropertiesOf(item.GetType())
            .Where(p => p.Rule<ItemKeyAttribute>() is null && p.Rule<LanguageTagRuleAttribute>() is null && !p.Type.IsEnum)
            .All(p => IsBlankValue(p.Get(item)));

    public static bool IsBlank(this SourceContent source) => IsBlank((object)source);

    public static bool IsBlank(this Draft draft, Citation citation) =>
        citation.Source.Length == 0 || draft.Companions.Exists(s => s.Id == citation.Source && s.Content is SourceContent source && source.IsBlank());

    /// <returns>Puts the rows back, for an editor who is not done.</returns>
    public static Action DropBlanks(this Draft draft)
    {
        var undo = new Stack<Action>();
        foreach (var (content, path) in draft.Companions.Select(c => (c.Content, c.Id + "/")).Append((draft.Content, "")))
        {
            if (content is CitedContent cited)
                DropCitations(draft, cited, path, undo);
            DropBranches(draft, content, path, undo);
        }
        var used = draft.UsedIds();
        Drop(draft.Companions, c => !used.Contains(((Companion)c).Id), undo);
        return () =>
        {
            while (undo.TryPop(out var put))
                put();
        };
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
            Unread = new(draft.Unread, StringComparer.Ordinal),
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

    // The only source is asked for: nothing is entered here without one.
    private static void DropCitations(Draft draft, CitedContent content, string path, Stack<Action> undo)
    {
        bool IsEmpty(Citation citation) => draft.IsBlank(citation) && !draft.IsTypedInto($"{path}citations/{citation.Key}") && !draft.IsTypedInto(citation.Source);
        if (content.Citations.Exists(c => !IsEmpty(c)) || content != draft.Content)
            Drop(content.Citations, c => IsEmpty((Citation)c), undo);
    }

    // What was typed there and is not understood yet is something to say a word about.
    private static bool IsTypedInto(this Draft draft, string path) => draft.Unread.Keys.Any(p => p == path || p.StartsWith(path + "/", StringComparison.Ordinal));

    private static void DropBranches(Draft draft, object branch, string path, Stack<Action> undo)
    {
        foreach (var property in ContentGraph.PropertiesOf(branch.GetType()))
        {
            var value = property.Get(branch);
            if (value is IList items && property.ItemType is { } type && ContentGraph.IsBranch(type))
            {
                string PathOf(object item) => $"{path}{property.Name}/{(item as IKeyed)?.Key}";
                bool IsEmpty(object item) => IsBlank(item) && !draft.IsTypedInto(PathOf(item));
                foreach (var item in items)
                    DropBranches(draft, item!, PathOf(item!) + "/", undo);
                // A record's only name, blank as it is, is where the form says that a name is missing.
                if (property.Rule<NotEmptyAttribute>() is null || items.Cast<object>().Any(i => !IsEmpty(i)))
                    Drop(items, IsEmpty, undo);
            }
            else if (value is not null and not Quantity and not Money and not Coordinates and not IList && ContentGraph.IsBranch(value.GetType()))
            {
                DropBranches(draft, value, $"{path}{property.Name}/", undo);
                if (!IsBlank(value))
                    continue;
                undo.Push(() => property.Set(branch, value));
                property.Set(branch, null);
            }
        }
    }

    private static void Drop(IList list, Func<object, bool> isBlank, Stack<Action> undo)
    {
        for (var at = list.Count - 1; at >= 0; at--)
        {
            if (list[at] is not { } item || !isBlank(item))
                continue;
            var place = at;
            undo.Push(() => list.Insert(Math.Min(place, list.Count), item));
            list.RemoveAt(at);
        }
    }

    private static bool IsBlankValue(object? value) =>
        value switch
        {
            // No file is of no bytes.
            null or false or 0L => true,
            string text => text.Length == 0,
            LocalizedText texts => texts.Count == 0,
            IList items => items.Cast<object?>().All(i => i is null || ContentGraph.IsBranch(i.GetType()) && IsBlank(i)),
            Quantity or Money or Coordinates or EdtfDate => false,
            _ when ContentGraph.IsBranch(value.GetType()) => IsBlank(value),
            _ => false,
        };

    private static HashSet<string> UsedIds(this Draft draft) =>
        [.. draft.Companions.Select(c => c.Content).Append(draft.Content).SelectMany(c => c.References()).Select(r => r.Id)];
}
