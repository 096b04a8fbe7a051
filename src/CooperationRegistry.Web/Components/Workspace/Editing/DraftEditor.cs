using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Components.Workspace.Forms;
using CooperationRegistry.Web.Languages;

namespace CooperationRegistry.Web.Components.Workspace.Editing;

public enum SavingState
{
    Untouched,
    Pending,
    Saved,
    Failed,

    /// <summary>It cannot be saved here any more; <see cref="DraftEditor.Refusal"/> says why.</summary>
    Refused,
}

/// <summary>One draft while it is edited: what was typed, whether it is saved, what is wrong with it. One per open form.</summary>
public sealed partial class DraftEditor : IAsyncDisposable
{
    private readonly ProposalDesk desk;
    private readonly Actor actor;
    private readonly Autosave autosave;
    private readonly ILogger logger;
    private readonly Dictionary<string, EditedRecord> made = [];
    private readonly Stack<(Companion Companion, string Opener, string? Box)> opened = [];

    public DraftEditor(ProposalDesk desk, Draft draft, Actor actor, RecordNames names, TimeProvider time, ILogger logger)
    {
        (this.desk, this.actor, this.logger) = (desk, actor, logger);
        Draft = draft;
        Names = names;
        Main = new EditedRecord(this, null, draft.Content);
        autosave = new Autosave(SaveAsync, time);
        State = draft.Id == 0 ? SavingState.Untouched : SavingState.Saved;
    }

    /// <summary>Anything that the page shows has changed.</summary>
    public event Action? Changed;

    public Draft Draft { get; }

    /// <summary>The draft's own record.</summary>
    public EditedRecord Main { get; }

    /// <summary>Those made on the way to it.</summary>
    public IEnumerable<EditedRecord> Made => Draft.Companions.Select(Of);

    public RecordNames Names { get; }

    public SavingState State { get; private set; }

    /// <summary>What the last check found; empty until one was asked for.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public DeskException? Refusal { get; private set; }

    public bool WasChecked { get; private set; }

    /// <summary>Problems of exactly this box. What is wrong with a text as a whole is said at its English box.</summary>
    public IEnumerable<Problem> At(string path) => Problems.Where(p => IsAt(p.Path, path));

    /// <summary>What a reviewer noted on exactly this box.</summary>
    public IEnumerable<string> NotesAt(string path) => Draft.Notes.Where(n => IsAt(n.Key, path)).Select(n => n.Value);

    /// <summary>The path of the box that a place of the draft is typed into.</summary>
    public string BoxOf(string path)
    {
        var record = RecordAt(path, out var inner);
        return record.Path(record.BoxOf(inner));
    }

    /// <summary>Problems of this field and all it holds.</summary>
    public IEnumerable<Problem> Within(string path) => Problems.Where(p => p.Path == path || p.Path.StartsWith(path + "/", StringComparison.Ordinal));

    /// <summary>Call after every change of the content.</summary>
    public void Touch()
    {
        if (State == SavingState.Refused)
            return;
        State = SavingState.Pending;
        autosave.Touch();
        Changed?.Invoke();
    }

    /// <summary>What was typed into a box and is no value yet; null where nothing is.</summary>
    public string? UnreadAt(string path) => Draft.Unread.GetValueOrDefault(path);

    /// <summary>Whether a part of the box holds what is no value yet.</summary>
    public bool IsUnreadWithin(string path) => Draft.Unread.Keys.Any(p => p.StartsWith(path + "/", StringComparison.Ordinal));

    /// <summary>Keeps what was typed into a box and is no value yet, or forgets it.</summary>
    public void SetUnread(string path, string? typed)
    {
        if (string.IsNullOrEmpty(typed))
            Draft.Unread.Remove(path);
        else
            Draft.Unread[path] = typed;
    }

    /// <summary>Forgets what was typed at a place that is no more.</summary>
    public void Forget(string path)
    {
        foreach (var gone in Draft.Unread.Keys.Where(p => p == path || p.StartsWith(path + "/", StringComparison.Ordinal)).ToList())
            Draft.Unread.Remove(gone);
        DropOrphans();
        Touch();
    }

    /// <summary>Drops records made on the way that nothing refers to any more.</summary>
    public void DropOrphans()
    {
        Draft.DropOrphans();
        foreach (var gone in Draft.Unread.Keys.Where(p => p.StartsWith('~') && Companion(p.Split('/')[0]) is null).ToList())
            Draft.Unread.Remove(gone);
    }

    /// <summary>Begins a record on the way; it is published or refused together with this one.</summary>
    public Companion Begin(RecordContent content)
    {
        var number = Draft.Companions.Select(c => int.Parse(c.Id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)).DefaultIfEmpty().Max() + 1;
        var companion = new Companion { Id = $"~{number}", Content = content };
        Draft.Companions.Add(companion);
        return companion;
    }

    /// <summary>Begins a source on the way, which supports all that is typed until told otherwise.</summary>
    public Citation BeginCitation(EditedRecord record, string? sourceId = null)
    {
        var content = (CitedContent)record.Content;
        var citation = new Citation { Key = record.NextKey("citations", "ci"), Source = sourceId ?? Begin(NewContents.Of(RecordKind.Source, "")).Id };
        content.Citations.Add(citation);
        record.Support!.SetEverything(citation, true);
        return citation;
    }

    /// <summary>The record made on the way whose whole form is open over this one; null where none is.</summary>
    public EditedRecord? Opened => opened.TryPeek(out var top) && Draft.Companions.Contains(top.Companion) ? Of(top.Companion) : null;

    /// <summary>The box of the open record that is wanted; null where it is the first one.</summary>
    public string? OpenedBox => opened.TryPeek(out var top) ? top.Box : null;

    /// <param name="companion">The record to open.</param>
    /// <param name="opener">The path of the box it is opened from, which gets the focus back.</param>
    /// <param name="box">The path of the box that gets the focus; null for the first one.</param>
    public void Open(Companion companion, string opener, string? box = null)
    {
        opened.Push((companion, opener, box));
        Changed?.Invoke();
    }

    /// <returns>The path of the box it was opened from.</returns>
    public string? CloseOpened()
    {
        var opener = opened.TryPop(out var top) ? top.Opener : null;
        Changed?.Invoke();
        return opener;
    }

    /// <summary>Gives a record made on the way up for one that is registered already, wherever the draft names it.</summary>
    /// <returns>The path of the box it was opened from; null where it was not open.</returns>
    public string? UseInstead(string temporaryId, string id)
    {
        var instead = new Dictionary<string, string> { [temporaryId] = id };
        foreach (var content in Draft.Companions.Select(c => c.Content).Append(Draft.Content))
            content.Rename(instead);
        var opener = Opened?.TemporaryId == temporaryId ? opened.Pop().Opener : null;
        DropOrphans();
        Touch();
        return opener;
    }

    public EditedRecord Of(Companion companion)
    {
        if (!made.TryGetValue(companion.Id, out var record) || record.Content != companion.Content)
            made[companion.Id] = record = new EditedRecord(this, companion.Id, companion.Content);
        return record;
    }

    /// <summary>The record that a path of the draft leads into, and the path within it.</summary>
    public EditedRecord RecordAt(string path, out string inner)
    {
        var companion = path.StartsWith('~') ? Companion(path.Split('/')[0]) : null;
        inner = companion is null ? path : path[(companion.Id.Length + 1)..];
        return companion is null ? Main : Of(companion);
    }

    public Companion? Companion(string? id) => Draft.Companions.Find(c => c.Id == id);

    /// <summary>What a record is called that the draft refers to, published or on the way.</summary>
    public string NameOf(string? id) => Companion(id) is { } companion ? Names.NameOf(companion.Content) : Names.Of(id);

    /// <summary>The path of the first box that names a record made on the way; empty where none does.</summary>
    public string OpenerOf(EditedRecord record) =>
        Made.Prepend(Main).SelectMany(r => r.Content.References().Where(n => n.Id == record.TemporaryId).Select(n => r.Path(r.BoxOf(n.Path)))).FirstOrDefault("");

    public Task<bool> FlushAsync() => autosave.FlushAsync();

    /// <returns>True where it is with the reviewers now; else <see cref="Problems"/> or <see cref="Refusal"/> say why not.</returns>
    public async Task<bool> SubmitAsync(CancellationToken cancellationToken)
    {
        Refusal = null;
        var putBack = Draft.DropBlanks();
        Touch();
        try
        {
            if (!await FlushAsync())
                return false;
            await desk.SubmitAsync(Draft.Id, actor, cancellationToken);
            return true;
        }
        catch (RefusedException refused)
        {
            Problems = refused.Problems;
        }
        catch (DeskException refused)
        {
            Refusal = refused;
        }
        finally
        {
            putBack();
            WasChecked = true;
            Changed?.Invoke();
        }
        return false;
    }

    private bool IsAt(string place, string box) => BoxOf(place) is var own && (own == box || $"{own}/{InterfaceLanguage.Current}" == box);

    private void Refresh()
    {
        foreach (var record in Made.Append(Main))
            record.Support?.Refresh();
    }

    public ValueTask DisposeAsync() => autosave.DisposeAsync();

    private async Task<bool> SaveAsync()
    {
        try
        {
            Refresh();
            await desk.SaveDraftAsync(Draft, actor, CancellationToken.None);
            if (WasChecked)
                Problems = await desk.CheckAsync(Draft.WithoutBlanks(), CancellationToken.None);
            State = autosave.IsPending ? SavingState.Pending : SavingState.Saved;
        }
        catch (DeskException refused)
        {
            (State, Refusal) = (SavingState.Refused, refused);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            // The database is away for a moment: say so, and try again.
            LogNotSaved(logger, exception, Draft.Id);
            State = SavingState.Failed;
        }
        Changed?.Invoke();
        return State != SavingState.Failed;
    }

    [LoggerMessage(LogLevel.Warning, "Draft {Draft} could not be saved")]
    private static partial void LogNotSaved(ILogger logger, Exception exception, long draft);
}
