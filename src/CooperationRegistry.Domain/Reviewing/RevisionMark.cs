namespace CooperationRegistry.Domain.Reviewing;

/// <summary>
/// What the audit entry of a publication carries as its details: the fingerprint of the revision, so that the chain of entries vouches for
/// what was published too, and below it the reviewer's note.
/// </summary>
/// <param name="Fingerprint">Null in an entry from before there were any.</param>
public sealed record RevisionMark(string? Fingerprint, string? Note)
{
    private const string Start = "sha256:";
    private const int Shortest = 71;

    public static RevisionMark Of(Revision revision) => new(revision.ComputedHash(), revision.Note);

    public static RevisionMark Read(string? details) =>
        details is { Length: >= Shortest } && details.StartsWith(Start, StringComparison.Ordinal) && (details.Length == Shortest || details[Shortest] == '\n')
            ? new RevisionMark(details[Start.Length..Shortest], details.Length == Shortest ? null : details[(Shortest + 1)..])
            : new RevisionMark(null, details);

    public override string ToString() => Note is null ? Start + Fingerprint : $"{Start}{Fingerprint}\n{Note}";
}
