namespace CooperationRegistry.Bench.Measuring;

/// <summary>The published server in a process of its own, on loopback.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    public required Uri Address { get; init; }

    public required int Pid { get; init; }

    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
