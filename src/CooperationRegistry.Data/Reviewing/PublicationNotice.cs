namespace CooperationRegistry.Data.Reviewing;

/// <summary>Says that published records have changed, so that kept pages are made anew.</summary>
public sealed class PublicationNotice
{
    /// <summary>The channel on which the database tells other programs.</summary>
    public const string Channel = "registry_published";

    private long generation;

    /// <summary>One more each time; part of what kept pages are kept under.</summary>
    public long Generation => Interlocked.Read(ref generation);

    public event Func<CancellationToken, ValueTask>? Published;

    public async ValueTask RaiseAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref generation);
        if (Published is { } published)
            await published(cancellationToken);
    }
}
