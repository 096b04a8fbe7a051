namespace CooperationRegistry.Web.Commands;

/// <summary>What the verbs ask of the store: the one place where commands meet the data layer.</summary>
internal static class StoreWork
{
    // There is no migration, sample, account or record at this point of the history; what needs one is refused.
    public static Task MigrateAsync(string ownerConnectionString, CancellationToken cancellationToken) => Task.CompletedTask;

    public static Task<IReadOnlyList<string>> PendingMigrationsAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    public static Task LoadSampleIntoEmptyAsync(IServiceProvider services, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The path of the first administrator's set-up page with its one-time code; null once there is an administrator.</summary>
    public static Task<string?> SetUpPathAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(null);

    public static Task LoadAsync(IServiceProvider services, IReadOnlyList<FileInfo> files, CancellationToken cancellationToken) =>
        throw NotConnected();

    public static Task ExportAsync(IServiceProvider services, FileInfo file, CancellationToken cancellationToken) =>
        throw NotConnected();

    public static Task ReindexAsync(IServiceProvider services, CancellationToken cancellationToken) => throw NotConnected();

    /// <summary>Makes the account; the answer is what the administrator hands to its owner.</summary>
    public static Task<string> AddUserAsync(
        IServiceProvider services, string email, string role, CancellationToken cancellationToken) => throw NotConnected();

    public static Task VerifyAuditAsync(IServiceProvider services, CancellationToken cancellationToken) => throw NotConnected();

    private static RefusedException NotConnected() => new("This version has no records to work on yet.");
}
