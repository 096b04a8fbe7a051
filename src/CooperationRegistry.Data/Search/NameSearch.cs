using CooperationRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Search;

/// <summary>Asks the table of names, through its index of trigrams. Every text is a parameter.</summary>
internal static class NameSearch
{
    /// <summary>Ids of records with a name that is like one of these, the most alike first.</summary>
    public static async Task<List<string>> LikeAsync(RegistryDbContext db, RecordKind kind, IReadOnlyList<string> folded, double least, int most, CancellationToken cancellationToken)
    {
        if (folded.Count == 0)
            return [];
        var (names, name) = (folded.ToArray(), ContentJson.Name(kind));
        // The operator that the index knows takes its threshold from a setting; this one ends with the transaction.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT set_config('pg_trgm.similarity_threshold', {least.ToString(System.Globalization.CultureInfo.InvariantCulture)}, true)", cancellationToken);
        return await db.Database.SqlQuery<string>($"""
            SELECT n.record_id AS "Value"
            FROM unnest({names}) AS q CROSS JOIN LATERAL (
              SELECT record_id, similarity(folded, q) AS likeness FROM search_names
              WHERE kind = {name} AND folded % q
              ORDER BY likeness DESC, record_id LIMIT {most}) n
            GROUP BY n.record_id ORDER BY max(n.likeness) DESC, n.record_id LIMIT {most}
            """).ToListAsync(cancellationToken);
    }

    /// <summary>Ids of records with a name that begins with the text, then of those that hold it elsewhere.</summary>
    public static Task<List<string>> HoldingAsync(RegistryDbContext db, RecordKind kind, string folded, int most, CancellationToken cancellationToken)
    {
        var (name, inside, beginning) = (ContentJson.Name(kind), SearchPattern.Containing(folded), SearchPattern.Containing(folded)[1..]);
        return db.Database.SqlQuery<string>($"""
            SELECT record_id AS "Value" FROM search_names
            WHERE kind = {name} AND folded LIKE {inside}
            GROUP BY record_id
            ORDER BY bool_or(folded LIKE {beginning}) DESC, min(length(folded)), record_id LIMIT {most}
            """).ToListAsync(cancellationToken);
    }

    /// <summary>Ids of records with a name in which a stretch of words is like the text: for misspelt ones.</summary>
    public static async Task<List<string>> MisspeltAsync(RegistryDbContext db, RecordKind kind, string folded, int most, CancellationToken cancellationToken)
    {
        var name = ContentJson.Name(kind);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT set_config('pg_trgm.word_similarity_threshold', '0.5', true)", cancellationToken);
        return await db.Database.SqlQuery<string>($"""
            SELECT record_id AS "Value" FROM search_names
            WHERE kind = {name} AND {folded} <% folded
            GROUP BY record_id
            ORDER BY max(word_similarity({folded}, folded)) DESC, max(similarity({folded}, folded)) DESC, record_id LIMIT {most}
            """).ToListAsync(cancellationToken);
    }
}
