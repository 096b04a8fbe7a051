using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Web.Components.Workspace.Editing;

/// <summary>One record within a draft: the draft's own, or one made on the way. The boxes of a form speak to it in paths of its content.</summary>
public sealed class EditedRecord
{
    private readonly ItemKeys keys;

    public EditedRecord(DraftEditor editor, string? temporaryId, RecordContent content)
    {
        (Editor, TemporaryId, Content) = (editor, temporaryId, content);
        keys = new ItemKeys(content, temporaryId is null ? editor.Draft.PastKeys : new KeysGiven());
        Support = content is CitedContent cited ? new Support(cited) : null;
    }

    public DraftEditor Editor { get; }

    public RecordContent Content { get; }

    /// <summary>Null for the draft's own record.</summary>
    public string? TemporaryId { get; }

    /// <summary>Null for a source, which cites nothing.</summary>
    public Support? Support { get; }

    public bool IsMade => TemporaryId is not null;

    /// <summary>The citation that a mark beside a field means: the one last worked with, else the first.</summary>
    public Citation AtHand
    {
        get => field is not null && Citations.Contains(field) ? field : Citations[0];
        set;
    } = null!;

    private List<Citation> Citations => ((CitedContent)Content).Citations;

    /// <summary>The path in the draft, under which problems and unread texts are kept: <c>~1/names/n1/text</c>.</summary>
    public string Path(string inner) => TemporaryId is null ? inner : $"{TemporaryId}/{inner}";

    /// <summary>A key that no item of the list has or had.</summary>
    public string NextKey(string list, string prefix) => keys.Next(list, prefix);

    public void Touch() => Editor.Touch();

    /// <summary>Removes an item and all that points at it.</summary>
    public void Remove<TItem>(List<TItem> list, string path, TItem item)
        where TItem : class, IKeyed
    {
        list.Remove(item);
        Content.Forget(path, item.Key);
        Editor.Forget(Path($"{path}/{item.Key}"));
    }
}
