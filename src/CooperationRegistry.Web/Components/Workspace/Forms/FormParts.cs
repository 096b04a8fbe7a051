using System.Collections;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Components.Workspace.Editing;

namespace CooperationRegistry.Web.Components.Workspace.Forms;

public enum PartState
{
    ToDo,
    Done,
    Wrong,
}

/// <summary>A section of a form and the properties that it holds. The first ones named make it done.</summary>
/// <param name="Id">The id of the section on the page.</param>
/// <param name="TextKey">Its heading in WorkspaceTexts.</param>
public sealed record FormPart(string Id, string TextKey, params string[] Properties)
{
    private static readonly FormPart Sources = new("sources", "SourcesHeading", "citations", "disputes");

    public static IReadOnlyList<FormPart> Of(RecordKind kind) =>
        kind switch
        {
            RecordKind.Agreement =>
            [
                new("what", "What", "title", "kind", "instrumentAsPrinted", "evidence", "summary"),
                new("who", "Who", "parties", "signatures"),
                new("when", "When", "events", "signingEvent", "term"),
                new("what-for", "WhatFor", "sectors", "commitments"),
                new("figures", "Figures", "amounts", "quantities"),
                new("links", "Links", "relations", "attachments"),
                Sources,
            ],
            RecordKind.City =>
            [
                new("names", "Names", "names"),
                new("where", "Where", "country", "subdivision", "parentCity", "kind", "coordinates"),
                new("about", "About", "about", "externalIds"),
                new("figures", "Figures", "figures"),
                Sources,
            ],
            RecordKind.Partner =>
            [
                new("names", "Names", "names"),
                new("where", "WhatAndWhere", "kind", "country", "subdivision", "seat", "parentPartner", "website"),
                new("successions", "Successions", "successions"),
                new("about", "About", "about", "externalIds"),
                Sources,
            ],
            RecordKind.Project =>
            [
                new("what", "What", "title", "kind", "summary", "count"),
                new("where", "Where", "city", "place"),
                new("who", "Who", "organisations", "agreements"),
                new("when", "When", "states"),
                new("what-for", "WhatFor", "sectors"),
                new("figures", "Figures", "capacities", "investments", "jobs"),
                Sources,
            ],
            RecordKind.CapacityStat =>
            [
                new("what", "What", "city", "metric", "technology", "quantity"),
                new("when", "When", "asOf", "notBefore", "notAfter", "asOfBasis"),
                new("share", "Share", "share"),
                new("note", "NoteHeading", "note"),
                Sources,
            ],
            _ => [new("source", "SourceHeading", "title", "publisher", "url")],
        };

    public PartState StateIn(DraftEditor editor) =>
        editor.Problems.Any(p => Holds(p.Path, editor)) || editor.Draft.Unread.Keys.Any(p => Holds(p, editor)) || HasUnreadableDate(editor) ? PartState.Wrong
        : IsDone(editor) ? PartState.Done
        : PartState.ToDo;

    // What is wrong with a record made on the way is shown where it is used.
    private bool Holds(string path, DraftEditor editor)
    {
        var first = path.Split('/')[0];
        return RecordId.IsTemporary(first)
            ? HoldsRecord(first, editor, [])
            : Properties.Contains(first) || Of(editor.Draft.Kind).Count == 1 || (first.Length == 0 && this == Of(editor.Draft.Kind)[0]);
    }

    private bool HoldsRecord(string temporaryId, DraftEditor editor, HashSet<string> seen) =>
        seen.Add(temporaryId)
        && (editor.Draft.Content.References().Any(r => r.Id == temporaryId && Holds(r.Path, editor))
            || editor.Draft.Companions.Exists(c => c.Content.References().Any(r => r.Id == temporaryId) && HoldsRecord(c.Id, editor, seen)));

    private bool HasUnreadableDate(DraftEditor editor) =>
        ContentGraph.Nodes(editor.Draft.Content).Any(n => n.Value is EdtfDate { IsReadable: false } && Holds(n.Path, editor));

    private bool IsDone(DraftEditor editor) =>
        ContentGraph.PropertiesOf(editor.Draft.Content.GetType())
            .Where(p => Properties.Contains(p.Name) && !p.Type.IsEnum)
            .Any(p => p.Name == "citations" ? editor.Draft.Content is CitedContent cited && cited.Citations.Exists(c => !editor.Draft.IsBlank(c)) : IsFilled(p.Get(editor.Draft.Content)));

    private static bool IsFilled(object? value) =>
        value switch
        {
            null or "" => false,
            IList items => items.Cast<object>().Any(i => i is string || !Tidying.IsBlank(i)),
            ICollection texts => texts.Count > 0,
            _ => true,
        };
}
