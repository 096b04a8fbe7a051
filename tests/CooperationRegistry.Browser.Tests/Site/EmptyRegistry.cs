using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests.Site;

/// <summary>A running registry without any record, of an office of one, shared by the tests of a class.</summary>
public sealed class EmptyRegistry : IAsyncLifetime
{
    private readonly RunningRegistry running = new();
    private IPage? page;

    public RunningRegistry Running => running;

    public async ValueTask InitializeAsync() => await running.StartAsync("--no-sample");

    /// <summary>A page of the one person there is, signed in.</summary>
    public async Task<IPage> OpenAsync(Chromium chromium)
    {
        if (page is null)
        {
            page = await chromium.OpenAsync(running.Address);
            await Person.SetUpAsync(page, running.SetUpLink!);
        }
        return page;
    }

    /// <summary>Every record, by id, as <c>registry export</c> writes it.</summary>
    public async Task<Dictionary<string, RecordContent>> ExportAsync()
    {
        var file = Path.GetTempFileName();
        try
        {
            await running.CommandAsync("export", file);
            return (await File.ReadAllLinesAsync(file)).Select(RecordLineReader.Read).ToDictionary(r => r.Id!, r => r.Content!);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public ValueTask DisposeAsync() => running.DisposeAsync();
}
