using CooperationRegistry.Data.Bulk;
using CooperationRegistry.Data.Partners;
using CooperationRegistry.Data.Quality;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Agreements;

/// <summary>Keeps the listing rows in step with what is published, and with the calendar.</summary>
public static class AgreementListings
{
    private const int Page = 500;

    /// <summary>The published agreements whose rows name one of the records: as party, predecessor, seat, source, project or related agreement.</summary>
    public static async Task<IReadOnlyList<string>> NamingAsync(RegistryDbContext db, IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        var ids = records.Where(r => r.Kind == RecordKind.Agreement).Select(r => r.Id).ToHashSet();
        var cities = await WithDistrictsAsync(db, Ids(records, RecordKind.City), cancellationToken);
        var partners = Ids(records, RecordKind.Partner);
        if (cities.Count > 0)
            partners.AddRange(await db.Partners.Where(p => cities.Contains(p.Content.Seat!)).Select(p => p.Id).ToListAsync(cancellationToken));
        partners = [.. await PartnerSuccessions.WithSuccessorsAsync(db, partners, cancellationToken)];
        var sources = Ids(records, RecordKind.Source);
        var projects = Ids(records, RecordKind.Project);

        // One question for each column, by its index: all in one would read every agreement.
        var parties = db.Agreements.SelectMany(a => a.Content.Parties, (a, p) => new { a.Id, p.City, p.OnBehalfOfCity, p.Partner, p.OnBehalfOfPartner });
        if (cities.Count > 0)
        {
            ids.UnionWith(await parties.Where(p => cities.Contains(p.City!)).Select(p => p.Id).ToListAsync(cancellationToken));
            ids.UnionWith(await parties.Where(p => cities.Contains(p.OnBehalfOfCity!)).Select(p => p.Id).ToListAsync(cancellationToken));
            ids.UnionWith(await db.Agreements.Where(a => cities.Contains(a.Content.SigningEvent!.City!)).Select(a => a.Id).ToListAsync(cancellationToken));
        }
        if (partners.Count > 0)
        {
            ids.UnionWith(await parties.Where(p => partners.Contains(p.Partner!)).Select(p => p.Id).ToListAsync(cancellationToken));
            ids.UnionWith(await parties.Where(p => partners.Contains(p.OnBehalfOfPartner!)).Select(p => p.Id).ToListAsync(cancellationToken));
        }
        if (sources.Count > 0)
            ids.UnionWith(await db.Agreements.SelectMany(a => a.Content.Citations, (a, c) => new { a.Id, c.Source }).Where(c => sources.Contains(c.Source)).Select(c => c.Id).ToListAsync(cancellationToken));
        if (projects.Count > 0)
        {
            ids.UnionWith(await db.Projects.Where(p => projects.Contains(p.Id)).SelectMany(p => p.Content.Agreements).Select(a => a.Agreement).ToListAsync(cancellationToken));
            // Rows that still show a project which no longer comes from them.
            ids.UnionWith(await db.AgreementListings.Where(l => l.Projects.Any(p => projects.Contains(p))).Select(l => l.AgreementId).ToListAsync(cancellationToken));
        }
        return [.. ids];
    }

    /// <summary>Begins to work out the rows of agreements that have none yet; what they name is read from the database before this returns.</summary>
    internal static async Task<Task<IReadOnlyList<AgreementListing>>> MakeAsync(RegistryDbContext db, IReadOnlyList<Agreement> agreements, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (agreements.Count == 0)
            return Task.FromResult<IReadOnlyList<AgreementListing>>([]);
        var around = await ListingSurroundings.LoadAsync(db, agreements, cancellationToken);
        return Task.Run<IReadOnlyList<AgreementListing>>(() => [.. agreements.Select(a => AgreementListingRow.Of(a, around, DateOnly.FromDateTime(now.UtcDateTime)))], cancellationToken);
    }

    internal static async Task AddAsync(RegistryDbContext db, IReadOnlyList<AgreementListing> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return;
        var words = rows.Select(r => r.Words!).ToList();
        var vocabulary = Task.Run(() => Vocabulary.OfAll(words), cancellationToken);
        await db.AddRowsAsync(rows, cancellationToken);
        // A copy of the rows leaves out what they do not own.
        if (Rows.AreFew(rows.Count))
            words.ForEach(w => db.Entry(w).State = EntityState.Detached);
        else
            await db.CopyAsync(words, cancellationToken);
        await Vocabulary.AddAsync(db, await vocabulary, cancellationToken);
    }

    /// <summary>Writes the rows of these agreements anew.</summary>
    public static async Task RewriteAsync(RegistryDbContext db, IReadOnlyList<string> agreementIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var page in agreementIds.Chunk(Page))
        {
            var agreements = await db.Agreements.AsNoTracking().Where(a => page.Contains(a.Id)).ToListAsync(cancellationToken);
            var around = await ListingSurroundings.LoadAsync(db, agreements, cancellationToken);
            await db.AgreementListings.Where(l => page.Contains(l.AgreementId)).ExecuteDeleteAsync(cancellationToken);
            await AddAsync(db, agreements.ConvertAll(a => AgreementListingRow.Of(a, around, DateOnly.FromDateTime(now.UtcDateTime))), cancellationToken);
        }
    }

    /// <summary>Rebuilds the whole table, and the names that search reads, in one transaction.</summary>
    /// <returns>How many agreements it has now.</returns>
    public static async Task<int> ReindexAsync(RegistryDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await Publication.BeginAsync(db, cancellationToken);
        var ids = await db.Agreements.Select(a => a.Id).ToListAsync(cancellationToken);
        await db.SearchWords.ExecuteDeleteAsync(cancellationToken);
        await RewriteAsync(db, ids, now, cancellationToken);
        await SearchNames.RewriteAllAsync(db, cancellationToken);
        await RecordQualities.RewriteAllAsync(db, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ids.Count;
    }

    /// <summary>Rewrites the rows whose status the calendar has changed.</summary>
    public static async Task<int> RefreshDueAsync(RegistryDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await using var transaction = await Publication.BeginAsync(db, cancellationToken);
        var due = await db.AgreementListings.Where(l => l.StatusChangesOn <= today).Select(l => l.AgreementId).ToListAsync(cancellationToken);
        await RewriteAsync(db, due, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }

    private static List<string> Ids(IReadOnlyList<Record> records, RecordKind kind) => [.. records.Where(r => r.Kind == kind).Select(r => r.Id)];

    private static async Task<List<string>> WithDistrictsAsync(RegistryDbContext db, List<string> cities, CancellationToken cancellationToken)
    {
        for (var above = cities; above.Count > 0;)
        {
            above = await db.Cities.Where(c => above.Contains(c.Content.ParentCity!) && !cities.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellationToken);
            cities = [.. cities, .. above];
        }
        return cities;
    }
}
