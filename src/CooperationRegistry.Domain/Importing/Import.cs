using CooperationRegistry.Domain.Reviewing;

namespace CooperationRegistry.Domain.Importing;

public enum ImportFormat
{
    Csv,
    Workbook,
    JsonLines,
}

public enum ImportState
{
    /// <summary>Kept; what its columns mean is still to be said.</summary>
    Received,

    /// <summary>Read line by line by the server.</summary>
    Checking,

    /// <summary>The dry run is done: nothing is changed yet.</summary>
    Checked,

    /// <summary>Waits for a reviewer, all lines as one.</summary>
    Submitted,

    /// <summary>Its lines become revisions, some at a time.</summary>
    Publishing,

    Published,

    /// <summary>The reviewer sent it back, with a note.</summary>
    Returned,

    /// <summary>Given up; lines that were published before stay so.</summary>
    Cancelled,

    /// <summary>The file as a whole cannot be read: <see cref="Import.Fault"/>.</summary>
    Refused,
}

/// <summary>A file of records on its way into the registry: a dry run first, then one review of all its lines.</summary>
public sealed class Import
{
    private Import()
    {
    }

    public long Id { get; private set; }

    public string FileName { get; private set; } = "";

    public ImportFormat Format { get; private set; }

    /// <summary>The noun of a list; null of JSON Lines, where each line names its own.</summary>
    public RecordKind? Kind { get; private set; }

    /// <summary>Bytes.</summary>
    public long Length { get; private set; }

    /// <summary>Names of the file's columns as its first line has them; none of JSON Lines.</summary>
    public List<string> Header { get; private set; } = [];

    /// <summary>The column of the registry's list that each column of the file is taken for; empty for one that is left out.</summary>
    public List<string> Columns { get; private set; } = [];

    /// <summary>Lines that look like records of the registry are imported as new ones.</summary>
    public bool AcceptsLikenesses { get; private set; }

    public ImportState State { get; private set; }

    /// <summary>Null where it came by the command line.</summary>
    public Guid? AuthorId { get; private set; }

    public string AuthorName { get; private set; } = "";

    public string? ReviewerName { get; private set; }

    /// <summary>The reviewer's last word.</summary>
    public string? Note { get; private set; }

    /// <summary>As JSON, what is wrong with the file as a whole.</summary>
    public string? Fault { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the state was last changed; the beginning of the checking or publishing that goes on.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Number of the last line that was read: where a checking that was cut off goes on.</summary>
    public int LinesRead { get; private set; }

    /// <summary>How far into the file that is, from 0 to 1.</summary>
    public double ShareRead { get; private set; }

    public int NewCount { get; private set; }

    public int ChangedCount { get; private set; }

    public int SameCount { get; private set; }

    public int RefusedCount { get; private set; }

    public int PublishedCount { get; private set; }

    /// <summary>One more each time it changes, so that two windows cannot decide twice.</summary>
    public int Version { get; private set; }

    public bool IsOver => State is ImportState.Published or ImportState.Cancelled or ImportState.Refused;

    public static Import Receive(string fileName, ImportFormat format, Actor author, DateTimeOffset at) =>
        new()
        {
            FileName = fileName,
            Format = format,
            AuthorId = IdOf(author),
            AuthorName = author.Name,
            CreatedAt = at,
            ChangedAt = at,
        };

    public void Measure(long length) => Length = length;

    /// <summary>What was found in its first line, and what is guessed of it.</summary>
    public void Describe(RecordKind? kind, IReadOnlyList<string> header, IReadOnlyList<string> columns) =>
        (Kind, Header, Columns) = (kind, [.. header], [.. columns]);

    /// <summary>Says what the columns mean; the dry run begins, or begins anew.</summary>
    public void Check(Actor author, RecordKind? kind, IReadOnlyList<string> columns, bool acceptsLikenesses, DateTimeOffset at)
    {
        RequireAuthor(author);
        Require(State is ImportState.Received or ImportState.Checked or ImportState.Returned or ImportState.Refused, "notNow", "This import is being read, waits for review, or is over.");
        (Kind, Columns, AcceptsLikenesses, Fault) = (kind, [.. columns], acceptsLikenesses, null);
        (LinesRead, ShareRead, NewCount, ChangedCount, SameCount, RefusedCount) = (0, 0, 0, 0, 0, 0);
        Move(ImportState.Checking, at);
    }

    public void CountRead(int linesRead, double shareRead) => (LinesRead, ShareRead) = (linesRead, Math.Clamp(shareRead, 0, 1));

    public void Count(int added, int changed, int same, int refused) =>
        (NewCount, ChangedCount, SameCount, RefusedCount) = (added, changed, same, refused);

    public void CountMore(int added, int changed, int same, int refused) =>
        Count(NewCount + added, ChangedCount + changed, SameCount + same, RefusedCount + refused);

    public void CountPublished(int more) => PublishedCount += more;

    public void Checked(DateTimeOffset at)
    {
        Require(State == ImportState.Checking, "notNow", "This import is not being checked.");
        ShareRead = 1;
        Move(ImportState.Checked, at);
    }

    public void Refuse(string fault, DateTimeOffset at)
    {
        Fault = fault;
        Move(ImportState.Refused, at);
    }

    public void Submit(Actor author, DateTimeOffset at)
    {
        RequireAuthor(author);
        RequireSomething();
        Move(ImportState.Submitted, at);
    }

    /// <summary>By a reviewer who is another than the author; by an administrator at once.</summary>
    public void Publish(Actor reviewer, bool onePersonOffice, string? note, DateTimeOffset at)
    {
        if (State == ImportState.Checked)
        {
            Require(reviewer.IsAdministrator, "notAnAdministrator", "Only administrators may publish an import without review.");
            RequireAuthor(reviewer);
            RequireSomething();
        }
        else
        {
            RequireReviewer(reviewer);
            Require(onePersonOffice || reviewer.IsAdministrator || IdOf(reviewer) != AuthorId, "ownProposal", "Somebody else has to publish what you submitted. An administrator may allow one-person offices in the settings.");
        }
        (ReviewerName, Note) = (reviewer.Name, note);
        Move(ImportState.Publishing, at);
    }

    public void Return(Actor reviewer, string? note, DateTimeOffset at)
    {
        RequireReviewer(reviewer);
        Require(!string.IsNullOrWhiteSpace(note), "noteMissing", "Say in a note what the editor should mend.");
        (ReviewerName, Note) = (reviewer.Name, note);
        Move(ImportState.Returned, at);
    }

    public void Published(DateTimeOffset at)
    {
        Require(State == ImportState.Publishing, "notNow", "This import is not being published.");
        Move(ImportState.Published, at);
    }

    public void Cancel(Actor actor, DateTimeOffset at)
    {
        Require(IdOf(actor) == AuthorId || actor.IsAdministrator, "notYours", "Only its author or an administrator may give this import up.");
        Require(!IsOver, "overAlready", "This import is over already.");
        Move(ImportState.Cancelled, at);
    }

    private static Guid? IdOf(Actor actor) => actor.Id == Guid.Empty ? null : actor.Id;

    private void Move(ImportState state, DateTimeOffset at)
    {
        State = state;
        ChangedAt = at;
        Version++;
    }

    private void RequireSomething()
    {
        Require(State == ImportState.Checked, "notNow", "This import is not checked, waits for review already, or is over.");
        Require(NewCount + ChangedCount > 0, "nothingToDo", "No line of this file adds or changes anything.");
    }

    private void RequireAuthor(Actor author) => Require(IdOf(author) == AuthorId, "notYours", "Only its author may do this.");

    private void RequireReviewer(Actor reviewer)
    {
        Require(reviewer.CanReview, "notAReviewer", "Only reviewers may do this.");
        Require(State == ImportState.Submitted, "notSubmitted", "This import is not waiting for review.");
    }

    private static void Require(bool holds, string code, string sentence)
    {
        if (!holds)
            throw new DeskException(code, sentence);
    }
}
