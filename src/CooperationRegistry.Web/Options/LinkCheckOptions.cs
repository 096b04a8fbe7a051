namespace CooperationRegistry.Web.Options;

/// <summary>Whether the registry asks the addresses of its sources if they still answer. Off unless set.</summary>
public sealed class LinkCheckOptions
{
    public const string Section = "LinkCheck";

    public bool Enabled { get; init; }

    /// <summary>Asks addresses in private networks too, which otherwise an editor could have the server ask for. For tests, or a registry that lives in such a network.</summary>
    public bool AllowPrivate { get; init; }
}
