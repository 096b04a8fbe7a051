using CooperationRegistry.Domain;

namespace CooperationRegistry.Data.Search;

/// <summary>Finds two Chinese characters within the names of cities and partners: an index of trigrams knows nothing shorter than three.</summary>
internal static class PairIndex
{
    internal const string Create = """
        CREATE FUNCTION pairs_of(name text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
          SELECT array(SELECT substr(name, n, 2) FROM generate_series(1, length(name) - 1) AS n)
        $$;
        CREATE INDEX ix_search_names_pairs ON search_names USING gin (pairs_of(folded)) WHERE kind IN ('city', 'partner') AND folded ~ '[㐀-鿿]';
        """;

    internal const string Drop = "DROP INDEX ix_search_names_pairs; DROP FUNCTION pairs_of(text);";

    public static bool Answers(RecordKind kind, string folded) => kind is RecordKind.City or RecordKind.Partner && folded.Length == 2 && folded.All(c => c is >= '㐀' and <= '鿿');
}
