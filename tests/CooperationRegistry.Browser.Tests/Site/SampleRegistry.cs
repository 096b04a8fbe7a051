namespace CooperationRegistry.Browser.Tests.Site;

/// <summary>A running registry with the sample, shared by the tests of a class.</summary>
public sealed class SampleRegistry : IAsyncLifetime
{
    private readonly RunningRegistry running = new();

    public Uri Address => running.Address;

    public Uri SetUpLink => running.SetUpLink!;

    /// <summary>Runs a verb of the command line over the same folder.</summary>
    public Task<(int ExitCode, string Output, string Errors)> CommandAsync(params string[] arguments) => running.AskAsync(arguments);

    public async ValueTask InitializeAsync() => await running.StartAsync();

    public ValueTask DisposeAsync() => running.DisposeAsync();
}
