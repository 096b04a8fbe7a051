using System.Diagnostics;
using CooperationRegistry.Web.Components.Workspace.Editing;

namespace CooperationRegistry.Web.Tests.Workspace;

/// <summary>By the real clock: what is promised is seconds.</summary>
public sealed class AutosaveTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Autosave_while_typing_goes_on_leaves_nothing_unsaved_for_two_seconds()
    {
        var clock = Stopwatch.StartNew();
        var saved = new List<TimeSpan>();
        await using var autosave = new Autosave(() => Saved(saved, clock), TimeProvider.System);
        while (clock.Elapsed < TimeSpan.FromSeconds(4))
        {
            autosave.Touch();
            await Task.Delay(100, Token);
        }
        var gaps = saved.Zip(saved.Prepend(TimeSpan.Zero), (later, earlier) => later - earlier);
        Assert.True(saved.Count >= 2);
        Assert.All(gaps, gap => Assert.InRange(gap, TimeSpan.Zero, TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task Autosave_after_a_pause_saves_once()
    {
        var saved = new List<TimeSpan>();
        var clock = Stopwatch.StartNew();
        await using var autosave = new Autosave(() => Saved(saved, clock), TimeProvider.System);
        autosave.Touch();
        await Task.Delay(200, Token);
        autosave.Touch();
        await Task.Delay(1500, Token);
        Assert.Single(saved);
        Assert.False(autosave.IsPending);
    }

    [Fact]
    public async Task Autosave_that_fails_keeps_what_was_typed_pending_and_saves_it_on_leaving()
    {
        var answers = new Queue<bool>([false, true]);
        var autosave = new Autosave(() => Task.FromResult(answers.Dequeue()), TimeProvider.System);
        autosave.Touch();
        Assert.False(await autosave.FlushAsync());
        Assert.True(autosave.IsPending);
        await autosave.DisposeAsync();
        Assert.False(autosave.IsPending);
        Assert.Empty(answers);
    }

    private static Task<bool> Saved(List<TimeSpan> saved, Stopwatch clock)
    {
        saved.Add(clock.Elapsed);
        return Task.FromResult(true);
    }
}
