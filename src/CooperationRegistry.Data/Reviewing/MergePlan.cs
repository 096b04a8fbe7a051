using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Reviewing;

/// <summary>All that a merge changes, worked out but not yet done.</summary>
internal sealed class MergePlan
{
    private readonly RecordKind kind;
    private readonly List<Problem> problems = [];

    private MergePlan(RecordKind kind) => this.kind = kind;

    public Record? From { get; private set; }

    public Record? Into { get; private set; }

    /// <summary>The records that name the one that goes, as they are now.</summary>
    public IReadOnlyList<Record> Naming { get; private set; } = [];

    /// <summary>The record that stays and those that name the other, as they will be; the one that stays first.</summary>
    public IReadOnlyList<Publishable> Batch { get; private set; } = [];

    /// <summary>Open drafts and waiting proposals that name the one that goes, or start from a record that changes.</summary>
    public IReadOnlyList<Proposal> Repointed { get; private set; } = [];

    /// <summary>Those that would change the record that goes.</summary>
    public IReadOnlyList<Proposal> Superseded { get; private set; } = [];

    public IReadOnlyList<Problem> Problems => problems;

    public static async Task<MergePlan> MakeAsync(RegistryDbContext db, RecordKind kind, string from, string into, CancellationToken cancellationToken)
    {
        if (kind is not (RecordKind.City or RecordKind.Partner))
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only cities and partners are merged.");
        var plan = new MergePlan(kind);
        plan.From = await plan.FindAsync(db, "from", from, cancellationToken);
        plan.Into = await plan.FindAsync(db, "into", into, cancellationToken);
        if (plan is not { From: { } goes, Into: { } stays })
            return plan;
        if (from == into)
            plan.problems.Add(Problem.At("into", Rule.MergeWithItself, into));
        else if (kind == RecordKind.City && from[..2] != into[..2])
            plan.problems.Add(Problem.At("into", Rule.MergeAcrossCountries, into, from[..2].ToUpperInvariant(), into[..2].ToUpperInvariant()));
        else if (await IsRelatedAsync(db, goes, stays, cancellationToken))
            plan.problems.Add(Problem.At("into", Rule.MergeOfRelated, into));
        else
            await plan.WorkOutAsync(db, goes, stays, cancellationToken);
        return plan;
    }

    private async Task<Record?> FindAsync(RegistryDbContext db, string path, string id, CancellationToken cancellationToken)
    {
        if (RecordId.IsWellFormed(kind, id) && await db.FindRecordAsync(kind, id, cancellationToken) is { } record)
            return record;
        problems.Add(
            RecordId.IsWellFormed(kind, id) && await db.SurvivorAsync(kind, id, cancellationToken) is { } survivor
                ? Problem.At(path, Rule.RecordMerged, id, survivor)
                : Problem.At(path, Rule.UnknownRecord, id, ContentJson.Name(kind)));
        return null;
    }

    private async Task WorkOutAsync(RegistryDbContext db, Record from, Record into, CancellationToken cancellationToken)
    {
        Naming = await NamingRecords.ReadAsync(db, from.Kind, from.Id, cancellationToken);
        var survivor = ContentJson.Copy(into.Body);
        survivor.Absorb(from.Body);
        var batch = new List<Publishable> { new(into.Id, survivor) };
        foreach (var record in Naming)
        {
            record.Body.Rename(kind, from.Id, into.Id);
            batch.Add(new Publishable(record.Id, record.Body));
        }
        Batch = batch;
        var beyond = await References.CheckAsync(db, batch, temporaryIds: false, cancellationToken);
        for (var place = 0; place < batch.Count; place++)
            problems.AddRange(ContentRules.Check(batch[place].Content).Concat(beyond[place]).Select(p => p with { Path = $"{batch[place].Id}/{p.Path}" }));

        var open = await OpenAsync(db, from, batch, cancellationToken);
        Superseded = open.FindAll(p => p.Kind == kind && p.RecordId == from.Id);
        Repointed = [.. open.Except(Superseded)];
    }

    private async Task<List<Proposal>> OpenAsync(RegistryDbContext db, Record from, List<Publishable> batch, CancellationToken cancellationToken)
    {
        // The id stands in quotes wherever JSON names it; the few texts that only look so are told apart by renaming.
        var (named, changing) = ($"%\"{from.Id}\"%", batch.Select(b => b.Id).Append(from.Id).ToArray());
        var open = await db.Proposals.FromSql($"""
            SELECT * FROM proposals
            WHERE state IN ('draft', 'returned', 'submitted')
              AND (content::text LIKE {named} OR companions::text LIKE {named} OR record_id = ANY ({changing}))
            """).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        return open.FindAll(p => IsAbout(p, from) || batch.Exists(b => IsAbout(p, b)) || Names(Draft.Of(p), from.Id));
    }

    private bool Names(Draft draft, string id) =>
        draft.Companions.Select(c => c.Content).Append(draft.Content).SelectMany(c => c.References()).Any(r => r.Kind == kind && r.Id == id);

    private static bool IsAbout(Proposal proposal, Record record) => proposal.Kind == record.Kind && proposal.RecordId == record.Id;

    private static bool IsAbout(Proposal proposal, Publishable item) => proposal.Kind == item.Content.Record && proposal.RecordId == item.Id;

    private static async Task<bool> IsRelatedAsync(RegistryDbContext db, Record from, Record into, CancellationToken cancellationToken) =>
        Follows(from, into) || Follows(into, from) || await IsWithinAsync(db, from, into, cancellationToken) || await IsWithinAsync(db, into, from, cancellationToken);

    private static bool Follows(Record one, Record other) =>
        one is Domain.Partners.Partner partner && partner.Content.Successions.Exists(s => s.Partner == other.Id);

    private static async Task<bool> IsWithinAsync(RegistryDbContext db, Record inner, Record outer, CancellationToken cancellationToken)
    {
        var at = References.ParentOf(inner.Body);
        while (at is not null && at != outer.Id)
            at = await References.StoredParentAsync(db, inner.Kind, at, cancellationToken);
        return at is not null;
    }
}
