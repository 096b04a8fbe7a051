namespace CooperationRegistry.Web.Components.Workspace.Editing;

/// <summary>
/// When to save while somebody types: 600 ms after the last keystroke, and after 1.5 s even if the typing goes on, so that with
/// the saving itself nothing older than two seconds is lost. Lives on the circuit's own thread of work: no locks.
/// </summary>
public sealed class Autosave(Func<Task<bool>> save, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(1500);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource over = new();
    // Timestamps, because a clock may be set; null where nothing is pending.
    private long? first;
    private long last;
    private Task? watching;
    private Task<bool>? saving;

    public bool IsPending => first is not null;

    /// <summary>How many changes there were.</summary>
    public long Told { get; private set; }

    /// <summary>How many of them are saved.</summary>
    public long Saved { get; private set; }

    /// <summary>Something changed.</summary>
    public void Touch()
    {
        Told++;
        last = time.GetTimestamp();
        first ??= last;
        if (watching is null or { IsCompleted: true })
            watching = WatchAsync();
    }

    /// <summary>Saves now what is not saved yet.</summary>
    /// <returns>False where it could not be saved; what was typed stays pending.</returns>
    public async Task<bool> FlushAsync()
    {
        while (saving is { IsCompleted: false })
            await saving;
        if (first is null)
            return true;
        saving = SaveAsync();
        return await saving;
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await FlushAsync();
        over.Dispose();
    }

    private async Task WatchAsync()
    {
        while (first is { } since && !over.IsCancellationRequested)
        {
            var wait = Shorter(Pause - time.GetElapsedTime(last), Longest - time.GetElapsedTime(since));
            if (wait > TimeSpan.Zero)
                await Quietly(Task.Delay(wait, time, over.Token));
            else if (!await FlushAsync())
                await Quietly(Task.Delay(Retry, time, over.Token));
        }
    }

    private async Task<bool> SaveAsync()
    {
        // Cleared before: what is typed while saving is pending again.
        var (since, told) = (first, Told);
        first = null;
        var saved = false;
        try
        {
            saved = await save();
        }
        finally
        {
            if (saved)
                Saved = told;
            else
                first = since;
        }
        return saved;
    }

    private static async Task Quietly(Task delay) => await delay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
