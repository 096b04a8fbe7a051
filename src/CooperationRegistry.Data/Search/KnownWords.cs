using CooperationRegistry.Data.Agreements;

namespace CooperationRegistry.Data.Search;

/// <summary>Whether any agreement has what a query asks for, told in a millisecond for common and for unknown words.</summary>
internal static class KnownWords
{
    /// <summary>
    /// The statistics of <see cref="AgreementWords.Vector"/> know the commonest words, and what share of agreements has each: for these the index would
    /// list half the table. Of all others the index is asked, and never the table from its beginning, which the planner takes for cheap where it has to guess.
    /// Where nothing has a query, its other form is asked for.
    /// </summary>
    internal const string Create = """
        CREATE FUNCTION known_words(queries text[], others text[]) RETURNS TABLE (is_empty boolean, is_known boolean, is_known_otherwise boolean, share real)
        LANGUAGE sql STABLE SET enable_seqscan = off AS $$
          WITH common AS MATERIALIZED (
            SELECT word, share FROM pg_stats CROSS JOIN unnest(most_common_elems::text::text[], most_common_elem_freqs) AS common(word, share)
            WHERE schemaname = 'public' AND tablename = 'agreement_words' AND attname = 'vector' AND word IS NOT NULL),
          asked AS MATERIALIZED (
            SELECT to_tsquery('english', query) AS query, other, place FROM unnest(queries, others) WITH ORDINALITY AS typed(query, other, place)),
          found AS MATERIALIZED (
            SELECT asked.*, common.share, common.share IS NOT NULL OR EXISTS (SELECT FROM agreement_words WHERE vector @@ asked.query) AS is_known
            FROM asked LEFT JOIN common ON common.word = btrim(asked.query::text, ''''))
          SELECT numnode(query) = 0, is_known, NOT is_known AND other IS NOT NULL AND EXISTS (SELECT FROM agreement_words WHERE vector @@ to_tsquery('english', other)), coalesce(share, 0)
          FROM found ORDER BY place
        $$;
        """;

    internal const string Drop = "DROP FUNCTION known_words(text[], text[]);";
}
