namespace CooperationRegistry.Data;

/// <summary>
/// Two advisory file locks in the data folder. <c>postgres.users</c> is shared by every program that uses the cluster, so that
/// the last one to leave can tell that it is the last; <c>postgres.lock</c> is held while one starts or stops the cluster.
/// The operating system frees both when a program is killed.
/// </summary>
internal sealed class ClusterLocks(string dataFolder) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private FileStream? _use;

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(dataFolder, "postgres.lock");
        for (var waited = TimeSpan.Zero; waited < Patience; waited += TimeSpan.FromMilliseconds(100))
        {
            if (TryOpen(path, FileShare.None) is { } gate)
                return gate;
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }

        throw new LocalPostgresException($"Another program has been starting or stopping the database in {dataFolder} for two "
            + "minutes: end it and try again.");
    }

    public void Use() => _use = TryOpen(UsersPath, FileShare.Read)
        ?? throw new LocalPostgresException($"{UsersPath} is locked by a program that is not this one: end it and try again.");

    /// <summary>Gives up this program's use; true where no other is left.</summary>
    public bool LeaveAsLast()
    {
        Dispose();
        using var alone = TryOpen(UsersPath, FileShare.None);
        return alone is not null;
    }

    public void Dispose() => _use?.Dispose();

    private string UsersPath => Path.Combine(dataFolder, "postgres.users");

    private static FileStream? TryOpen(string path, FileShare share)
    {
        try
        {
            var access = share == FileShare.None ? FileAccess.ReadWrite : FileAccess.Read;
            return new FileStream(path, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
