using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Components.Workspace.Editing;

namespace CooperationRegistry.Web.Components.Workspace.Agreements;

public enum PartState
{
    ToDo,
    Done,
    Wrong,
}

/// <summary>A section of the form as the side list shows it.</summary>
public sealed record FormPart(string Id, string TextKey, PartState State)
{
    public static IReadOnlyList<FormPart> Of(DraftEditor editor)
    {
        var content = editor.Agreement;
        var wrong = editor.Problems.Select(p => SectionOf(p, editor)).ToHashSet();
        return
        [
            Part("what", "What", content.Title.Count > 0),
            Part("who", "Who", content.Parties.Exists(p => !p.IsBlank()) && content.Parties.TrueForAll(p => p.IsBlank() || p.City is not null || p.Partner is not null)),
            Part("when", "When", content.Events.Exists(e => e.Date is { IsReadable: true }), content.Events.Exists(e => e.Date is { IsReadable: false })),
            Part("what-for", "WhatFor", content.Sectors.Count > 0 || content.Commitments.Exists(c => !c.IsBlank()), content.Commitments.Exists(c => c.Due is { IsReadable: false })),
            Part("source", "SourceHeading", content.Citations.Exists(c => !editor.Draft.IsBlank(c))),
        ];

        FormPart Part(string id, string key, bool done, bool unreadable = false) =>
            new(id, key, unreadable || wrong.Contains(id) ? PartState.Wrong : done ? PartState.Done : PartState.ToDo);
    }

    private static string SectionOf(Problem problem, DraftEditor editor) =>
        problem.Path.Split('/')[0] switch
        {
            "parties" or "signatures" => "who",
            "events" or "signingEvent" or "term" => "when",
            "sectors" or "commitments" or "amounts" or "quantities" => "what-for",
            "citations" or "disputes" or "attachments" => "source",
            var id when editor.Companion(id) is { } companion => companion.Content.Record == RecordKind.Source ? "source" : "who",
            _ => "what",
        };
}
