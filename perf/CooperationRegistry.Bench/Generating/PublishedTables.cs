using CooperationRegistry.Data;
using CooperationRegistry.Data.Bulk;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Bench.Generating;

/// <summary>Puts a generated world into the tables: batches are made on some threads and copied on others.</summary>
internal sealed class PublishedTables : IAsyncDisposable
{
    private const string Actor = "bench";
    private const int Batch = 4000;
    private const int BatchesAhead = 3;
    private const int PublishedAtOnce = 500;

    private static readonly DateTimeOffset Beginning = new(2026, 5, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly GeneratedWorld world;
    private readonly Action<string> say;
    private readonly RegistryDbContext db;
    private readonly RegistryDbContext besides;
    private readonly HashSet<string> vocabulary = new(StringComparer.Ordinal);
    private int published;

    private PublishedTables(string owner, GeneratedWorld world, Action<string> say)
    {
        (this.world, this.say) = (world, say);
        (db, besides) = (new RegistryDbContext(DatabaseSetup.Options(owner)), new RegistryDbContext(DatabaseSetup.Options(owner)));
    }

    /// <param name="owner">Connection string.</param>
    public static async Task FillAsync(string owner, GeneratedWorld world, Action<string> say, CancellationToken cancellationToken)
    {
        await using var tables = new PublishedTables(owner, world, say);
        await tables.FillAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await besides.DisposeAsync();
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var agreements = new GeneratedAgreements(world);
        var projects = new GeneratedProjects(world);
        await PublishAsync<Source>(RecordKind.Source, world.Size.Sources, n => world.Sources[n], cancellationToken);
        await PublishAsync<City>(RecordKind.City, world.Size.Cities, n => world.Cities[n], cancellationToken);
        await PublishAsync<Partner>(RecordKind.Partner, world.Size.Partners, n => world.Partners[n], cancellationToken);
        await PublishAsync<Agreement>(RecordKind.Agreement, world.Size.Agreements, n => (RecordId.FromNumber(RecordKind.Agreement, n + 1), agreements.Agreement(n + 1)), cancellationToken);
        await PublishAsync<Project>(RecordKind.Project, world.Size.Projects, n => world.Projects[n], cancellationToken);
        await PublishAsync<CapacityStat>(RecordKind.CapacityStat, world.Size.CapacityStats, n => (RecordId.FromNumber(RecordKind.CapacityStat, n + 1), projects.CapacityStat(n + 1)), cancellationToken);
        await DeriveAsync(cancellationToken);
    }

    /// <summary>What is made of all records at once, after the last.</summary>
    private Task DeriveAsync(CancellationToken cancellationToken) =>
        db.CopyAsync([.. vocabulary.Order(StringComparer.Ordinal).Select(w => new SearchWord { Word = w })], cancellationToken);

    private async Task PublishAsync<TRecord>(RecordKind kind, int count, Func<int, (string Id, RecordContent Content)> make, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var before = published;
        var ahead = new Queue<Task<PublishedBatch<TRecord>>>();
        foreach (var numbers in Enumerable.Range(0, count).Chunk(Batch))
        {
            ahead.Enqueue(Task.Run(() => Made(numbers), cancellationToken));
            if (ahead.Count > BatchesAhead)
                await CopyFirstAsync();
        }
        while (ahead.Count > 0)
            await CopyFirstAsync();
        if (count > 0 && RecordId.IsNumbered(kind))
            await RecordNumbers.RaiseAsync(db, kind, count, cancellationToken);

        PublishedBatch<TRecord> Made(int[] numbers) =>
            new([.. numbers.Select(n => { var (id, content) = make(n); return (id, content, Beginning.AddMinutes((before + n) / PublishedAtOnce)); })], world.Around, Actor);

        async Task CopyFirstAsync()
        {
            var batch = await ahead.Dequeue();
            await CopyAsync(batch, cancellationToken);
            published += batch.Records.Count;
            if (published - before == count || (published - before) % (Batch * 25) == 0)
                say($"{published - before} of {count}: {ContentJson.Name(kind)}");
        }
    }

    private async Task CopyAsync<TRecord>(PublishedBatch<TRecord> batch, CancellationToken cancellationToken)
        where TRecord : Record
    {
        vocabulary.UnionWith(batch.Vocabulary);
        await Task.WhenAll(CopyRecordsAsync(), CopyBesidesAsync());

        async Task CopyRecordsAsync()
        {
            await db.CopyAsync(batch.Records, cancellationToken);
            await db.CopyAsync(batch.Revisions, cancellationToken);
            await AuditAsync(batch, cancellationToken);
            await db.CopyAsync(batch.Names, cancellationToken);
            await db.CopyAsync(batch.Qualities, cancellationToken);
        }

        async Task CopyBesidesAsync()
        {
            await besides.CopyAsync(batch.Listings, cancellationToken);
            await besides.CopyAsync(batch.Words, cancellationToken);
        }
    }

    private async Task AuditAsync<TRecord>(PublishedBatch<TRecord> batch, CancellationToken cancellationToken)
        where TRecord : Record
    {
        var head = await db.AuditHead.AsNoTracking().SingleAsync(cancellationToken);
        var entries = new List<AuditEntry>(batch.Lines.Count);
        foreach (var (line, record) in batch.Lines.Zip(batch.Records))
        {
            var entry = AuditEntry.After(head.Number, head.Hash, record.PublishedAt, Actor, line.Action, line.Subject, line.Details);
            (head.Number, head.Hash) = (entry.Number, entry.Hash);
            entries.Add(entry);
        }
        await db.CopyAsync(entries, cancellationToken);
        await db.AuditHead.ExecuteUpdateAsync(set => set.SetProperty(h => h.Number, head.Number).SetProperty(h => h.Hash, head.Hash), cancellationToken);
    }
}
