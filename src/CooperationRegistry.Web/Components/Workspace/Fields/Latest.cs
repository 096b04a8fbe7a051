using CooperationRegistry.Data;

namespace CooperationRegistry.Web.Components.Workspace.Fields;

/// <summary>Of several questions asked one after the other only the last one's answer counts.</summary>
public sealed class Latest
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);
    private CancellationTokenSource? asking;

    /// <returns>Null where another question came after this one, or nobody answers.</returns>
    public async Task<TAnswer?> Async<TAnswer>(Func<CancellationToken, Task<TAnswer>> ask)
        where TAnswer : class
    {
        // Known as the latest before anything is awaited, or the next question would not find this one to overtake it.
        var before = asking;
        using var mine = new CancellationTokenSource();
        asking = mine;
        try
        {
            if (before is not null)
                await before.CancelAsync();
            await Task.Delay(Pause, mine.Token);
            var answer = await ask(mine.Token);
            return asking == mine ? answer : null;
        }
        catch (Exception exception) when (exception is OperationCanceledException || StoreFailure.Is(exception))
        {
            // Overtaken, or the database is away for a moment: the box works without suggestions.
            return null;
        }
        finally
        {
            if (asking == mine)
                asking = null;
        }
    }
}
