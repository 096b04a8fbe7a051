using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Components.Workspace.OnTheWay;

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
    private readonly ItemKeys keys;

    public DraftEditor(ProposalDesk desk, Draft draft, Actor actor, RecordNames names, TimeProvider time, ILogger logger)
    {
        (this.desk, this.actor, this.logger) = (desk, actor, logger);
        Draft = draft;
        Names = names;
        keys = new ItemKeys(draft.Content);
        Support = new Support((AgreementContent)draft.Content);
        autosave = new Autosave(SaveAsync, time);
        State = draft.Id == 0 ? SavingState.Untouched : SavingState.Saved;
    }

    /// <summary>Anything that the page shows has changed.</summary>
    public event Action? Changed;

    public Draft Draft { get; }

    public AgreementContent Agreement => (AgreementContent)Draft.Content;

    public RecordNames Names { get; }

    public Support Support { get; }

    public SavingState State { get; private set; }

    /// <summary>What the last check found; empty until one was asked for.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public string? Refusal { get; private set; }

    public bool WasChecked { get; private set; }

    /// <summary>Problems of exactly this box. What is wrong with a text as a whole is said at its English box.</summary>
    public IEnumerable<Problem> At(string path) => Problems.Where(p => p.Path == path || p.Path + "/en" == path);

    /// <summary>Problems of this field and all it holds.</summary>
    public IEnumerable<Problem> Within(string path) => Problems.Where(p => p.Path == path || p.Path.StartsWith(path + "/", StringComparison.Ordinal));

    public string NextKey(string prefix) => keys.Next(prefix);

    /// <summary>Call after every change of the content.</summary>
    public void Touch()
    {
        if (State == SavingState.Refused)
            return;
        State = SavingState.Pending;
        autosave.Touch();
        Changed?.Invoke();
    }

    /// <summary>Removes an item and all that points at it.</summary>
    public void Remove<TItem>(List<TItem> list, string name, TItem item)
        where TItem : class, IKeyed
    {
        list.Remove(item);
        Agreement.Forget($"{name}/{item.Key}");
        Draft.DropOrphans();
        Touch();
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
    public Citation BeginCitation()
    {
        var citation = new Citation { Key = NextKey("r"), Source = Begin(NewContents.Of(RecordKind.Source, "")).Id };
        Agreement.Citations.Add(citation);
        Support.SetEverything(citation, true);
        return citation;
    }

    public Companion? Companion(string? id) => Draft.Companions.Find(c => c.Id == id);

    /// <summary>What a record is called that the draft refers to, published or on the way.</summary>
    public string NameOf(string? id) => Companion(id) is { } companion ? Names.NameOf(companion.Content) : Names.Of(id);

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
            Refusal = refused.Sentence;
        }
        finally
        {
            putBack();
            WasChecked = true;
            Changed?.Invoke();
        }
        return false;
    }

    public ValueTask DisposeAsync() => autosave.DisposeAsync();

    private async Task<bool> SaveAsync()
    {
        try
        {
            Support.Refresh();
            await desk.SaveDraftAsync(Draft, actor, CancellationToken.None);
            if (WasChecked)
                Problems = await desk.CheckAsync(Draft.WithoutBlanks(), CancellationToken.None);
            State = autosave.IsPending ? SavingState.Pending : SavingState.Saved;
        }
        catch (DeskException refused)
        {
            (State, Refusal) = (SavingState.Refused, refused.Sentence);
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
