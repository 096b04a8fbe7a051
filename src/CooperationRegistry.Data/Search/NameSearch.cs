using System.Globalization;
using CooperationRegistry.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CooperationRegistry.Data.Search;

/// <summary>Asks the table of names, through its index of trigrams. Every text is a parameter.</summary>
internal static class NameSearch
{
    // The kind is asked for behind a fence: an index of trigrams, which is one kind's, would be a slow way to what is called exactly so.
    /// <summary>Ids of records with exactly one of these names, or a source's address.</summary>
    public static async Task<List<string>> CalledAsync(RegistryDbContext db, RecordKind kind, IReadOnlyList<string> folded, int most, CancellationToken cancellationToken)
    {
        var (names, name) = (folded.Where(n => n.Length > 0).ToArray(), ContentJson.Name(kind));
        return names.Length == 0
            ? []
            : await db.Database.SqlQuery<string>($"SELECT DISTINCT n.record_id AS \"Value\" FROM unnest({names}) AS q CROSS JOIN LATERAL (SELECT kind, record_id FROM search_names WHERE folded = q OFFSET 0) n WHERE n.kind = {name} ORDER BY 1 LIMIT {most}").ToListAsync(cancellationToken);
    }

    /// <summary>The same for many names, each by itself.</summary>
    /// <param name="most">For each name.</param>
    public static async Task<ILookup<string, string>> CalledEachAsync(RegistryDbContext db, RecordKind kind, IReadOnlyCollection<string> folded, int most, CancellationToken cancellationToken)
    {
        var (names, name) = (folded.Where(n => n.Length > 0).Distinct().ToArray(), ContentJson.Name(kind));
        var found = names.Length == 0
            ? []
            : await db.Database.SqlQuery<Called>($"SELECT DISTINCT n.folded AS \"Name\", n.record_id AS \"Id\" FROM unnest({names}) AS q CROSS JOIN LATERAL (SELECT folded, kind, record_id FROM search_names WHERE folded = q OFFSET 0) n WHERE n.kind = {name}").ToListAsync(cancellationToken);
        return found.GroupBy(f => f.Name, f => f.Id)
            .SelectMany(g => g.Order(StringComparer.Ordinal).Take(most), (g, id) => (Name: g.Key, Id: id))
            .ToLookup(f => f.Name, f => f.Id);
    }

    /// <summary>Ids of records with a name that is like one of these, the most alike first; only those called the same where the store takes too long.</summary>
    public static async Task<List<string>> LikeAsync(RegistryDbContext db, RecordKind kind, IReadOnlyList<string> folded, double least, int most, CancellationToken cancellationToken)
    {
        if (folded.Count == 0)
            return [];
        var (names, name) = (folded.ToArray(), ContentJson.Name(kind));
        var called = await CalledAsync(db, kind, folded, most, cancellationToken);
        await using var transaction = await BeginAsync(db, "similarity", least, cancellationToken);
        var like = await InTimeAsync(db.Database.SqlQuery<string>($"""
            SELECT n.record_id AS "Value"
            FROM unnest({names}) AS q CROSS JOIN LATERAL (
              SELECT record_id, similarity(folded, q) AS likeness FROM search_names
              WHERE kind = {name} AND folded % q
              ORDER BY likeness DESC, record_id LIMIT {most}) n
            GROUP BY n.record_id ORDER BY max(n.likeness) DESC, n.record_id LIMIT {most}
            """), cancellationToken);
        return [.. called.Union(like)];
    }

    /// <summary>Ids of records with a name that begins with the text, then of those that hold it elsewhere.</summary>
    public static Task<List<string>> HoldingAsync(RegistryDbContext db, RecordKind kind, string folded, int most, CancellationToken cancellationToken)
    {
        var (name, inside, beginning) = (ContentJson.Name(kind), SearchPattern.Containing(folded), SearchPattern.Containing(folded)[1..]);
        if (PairIndex.Answers(kind, folded))
        {
            return db.Database.SqlQuery<string>($"""
                SELECT record_id AS "Value" FROM search_names
                WHERE kind = {name} AND kind IN ('city', 'partner') AND folded ~ '[㐀-鿿]' AND pairs_of(folded) @> ARRAY[{folded}]
                GROUP BY record_id
                ORDER BY bool_or(folded LIKE {beginning}) DESC, min(length(folded)), record_id LIMIT {most}
                """).ToListAsync(cancellationToken);
        }
        return db.Database.SqlQuery<string>($"""
            SELECT record_id AS "Value" FROM search_names
            WHERE kind = {name} AND folded LIKE {inside}
            GROUP BY record_id
            ORDER BY bool_or(folded LIKE {beginning}) DESC, min(length(folded)), record_id LIMIT {most}
            """).ToListAsync(cancellationToken);
    }

    /// <summary>Ids of records with a name in which a stretch of words is like the text: for misspelt ones; none where the store takes too long.</summary>
    public static async Task<List<string>> MisspeltAsync(RegistryDbContext db, RecordKind kind, string folded, int most, CancellationToken cancellationToken)
    {
        var name = ContentJson.Name(kind);
        await using var transaction = await BeginAsync(db, "word_similarity", 0.5, cancellationToken);
        return await InTimeAsync(db.Database.SqlQuery<string>($"""
            SELECT record_id AS "Value" FROM search_names
            WHERE kind = {name} AND {folded} <% folded
            GROUP BY record_id
            ORDER BY max(word_similarity({folded}, folded)) DESC, max(similarity({folded}, folded)) DESC, record_id LIMIT {most}
            """), cancellationToken);
    }

    // The operators that the index knows take their threshold from a setting. Titles in use by thousands are like each other, and a
    // hint that comes later than this helps nobody. Both settings end with the transaction.
    internal static async Task<IDbContextTransaction> BeginAsync(RegistryDbContext db, string measure, double least, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (setting, value) = ($"pg_trgm.{measure}_threshold", least.ToString(CultureInfo.InvariantCulture));
        await db.Database.ExecuteSqlAsync($"SELECT set_config({setting}, {value}, true), set_config('statement_timeout', '500', true)", cancellationToken);
        return transaction;
    }

    internal static async Task<List<string>> InTimeAsync(IQueryable<string> ids, CancellationToken cancellationToken)
    {
        try
        {
            return await ids.ToListAsync(cancellationToken);
        }
        catch (PostgresException late) when (late.SqlState == PostgresErrorCodes.QueryCanceled && !cancellationToken.IsCancellationRequested)
        {
            return [];
        }
    }

    private sealed record Called(string Name, string Id);
}
