namespace CooperationRegistry.Domain.Reviewing;

/// <summary>Who acts, as the sign-in knows them.</summary>
public sealed record Actor(Guid Id, string Name, bool CanReview, bool IsAdministrator);

public enum ProposalState
{
    Draft,
    Submitted,
    Returned,
    Published,
    Withdrawn,
}

/// <summary>A move that the life of an entry does not allow. The doors answer 409 with its code and sentence.</summary>
public sealed class DeskException(string code, string sentence) : Exception(sentence)
{
    public string Code => code;

    public string Sentence => Message;
}

/// <summary>A record's whole content on its way to publication, with the records made on the way.</summary>
public sealed class Proposal
{
    private Proposal()
    {
    }

    public long Id { get; private set; }

    public RecordKind Kind { get; private set; }

    /// <summary>Null until a new record is published.</summary>
    public string? RecordId { get; private set; }

    /// <summary>The revision that the editor started from; 0 for a new record.</summary>
    public int BaseRevision { get; private set; }

    public ProposalState State { get; private set; }

    /// <summary>As <see cref="ContentJson"/> writes it.</summary>
    public string Content { get; private set; } = "";

    /// <summary>New records, published or refused together with this one: a JSON list of <see cref="RecordLine"/>.</summary>
    public string Companions { get; private set; } = "[]";

    /// <summary>What was typed and is no value yet, by the path of its box: a JSON object of texts.</summary>
    public string Unread { get; private set; } = "{}";

    public Guid AuthorId { get; private set; }

    public string AuthorName { get; private set; } = "";

    public DateTimeOffset SavedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The reviewer's last word.</summary>
    public string? Note { get; private set; }

    /// <summary>The reviewer's notes on single fields, by path as <see cref="Unread"/> has it: a JSON object of texts.</summary>
    public string Notes { get; private set; } = "{}";

    /// <summary>One more each time it changes, so that two windows cannot overwrite each other.</summary>
    public int Version { get; private set; }

    public static Proposal Begin(RecordKind kind, string? recordId, int baseRevision, Actor author) =>
        new()
        {
            Kind = kind,
            RecordId = recordId,
            BaseRevision = baseRevision,
            AuthorId = author.Id,
            AuthorName = author.Name,
        };

    public void Save(string content, string companions, string unread, Actor author, DateTimeOffset at)
    {
        RequireAuthor(author);
        Require(State is ProposalState.Draft or ProposalState.Returned, "notADraft", "This proposal is no longer a draft; open the record again to change it.");
        Content = content;
        Companions = companions;
        Unread = unread;
        Move(ProposalState.Draft, at);
    }

    public void Submit(Actor author, DateTimeOffset at)
    {
        RequireAuthor(author);
        Require(State is ProposalState.Draft or ProposalState.Returned, "notADraft", "This proposal was submitted already.");
        SubmittedAt = at;
        Move(ProposalState.Submitted, at);
    }

    /// <param name="reviewer">Who returns it.</param>
    /// <param name="note">On the whole; may be left out where there are notes on fields.</param>
    /// <param name="notes">On single fields, as <see cref="Notes"/> keeps them; null where there are none.</param>
    /// <param name="at">Now.</param>
    public void Return(Actor reviewer, string? note, string? notes, DateTimeOffset at)
    {
        RequireReviewer(reviewer);
        Require(!string.IsNullOrWhiteSpace(note) || notes is not null, "noteMissing", "Say in a note what the editor should mend.");
        Note = string.IsNullOrWhiteSpace(note) ? null : note;
        Notes = notes ?? "{}";
        Move(ProposalState.Returned, at);
    }

    public void Publish(string recordId, Actor reviewer, bool onePersonOffice, string? note, DateTimeOffset at)
    {
        RequireReviewer(reviewer);
        Require(
            onePersonOffice || reviewer.Id != AuthorId,
            "ownProposal",
            "Somebody else has to publish what you submitted. An administrator may allow one-person offices in the settings.");
        RecordId = recordId;
        Note = note;
        Move(ProposalState.Published, at);
    }

    public void Withdraw(Actor author, DateTimeOffset at)
    {
        RequireAuthor(author);
        RequireOpen();
        Move(ProposalState.Withdrawn, at);
    }

    /// <summary>A record that it names, or is about, was merged: the editor's text goes on from there.</summary>
    public void Repoint(string content, string companions, int baseRevision)
    {
        RequireOpen();
        Content = content;
        Companions = companions;
        BaseRevision = baseRevision;
        Version++;
    }

    /// <summary>Takes in what was published since it was begun. Whoever decides about it may do so: its author, or a reviewer while it waits.</summary>
    public void Rebase(string content, string unread, string notes, int baseRevision, Actor actor, DateTimeOffset at)
    {
        RequireOpen();
        if (State == ProposalState.Submitted && actor.CanReview)
            RequireReviewer(actor);
        else
            RequireAuthor(actor);
        (Content, Unread, Notes, BaseRevision) = (content, unread, notes, baseRevision);
        Move(State, at);
    }

    /// <summary>The record that it is about was merged into another, or withdrawn.</summary>
    public void Supersede(Actor reviewer, string note, DateTimeOffset at)
    {
        Require(reviewer.CanReview, "notAReviewer", "Only reviewers may do this.");
        RequireOpen();
        Note = note;
        Move(ProposalState.Withdrawn, at);
    }

    private void RequireOpen() =>
        Require(State is not (ProposalState.Published or ProposalState.Withdrawn), "overAlready", "This proposal was published or withdrawn already.");

    private void Move(ProposalState state, DateTimeOffset at)
    {
        State = state;
        SavedAt = at;
        Version++;
    }

    private void RequireAuthor(Actor actor) =>
        Require(actor.Id == AuthorId, "notYours", "Only its author may change this proposal.");

    private void RequireReviewer(Actor actor)
    {
        Require(actor.CanReview, "notAReviewer", "Only reviewers may do this.");
        Require(State == ProposalState.Submitted, "notSubmitted", "This proposal is not waiting for review.");
    }

    private static void Require(bool holds, string code, string sentence)
    {
        if (!holds)
            throw new DeskException(code, sentence);
    }
}
