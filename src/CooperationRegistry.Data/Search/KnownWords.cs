using CooperationRegistry.Data.Agreements;

namespace CooperationRegistry.Data.Search;

/// <summary>Whether any agreement has what a query asks for, told in milliseconds for common and for unknown words.</summary>
internal static class KnownWords
{
    /// <summary>
    /// The statistics of <see cref="AgreementWords.Vector"/> know the commonest words, and what share of agreements has each: for these the index would
    /// list half the table. Of all others the index is asked, and never the table from its beginning, which the planner takes for cheap where it has to guess.
    /// </summary>
    internal const string Create = """
        CREATE FUNCTION share_of(query tsquery) RETURNS real LANGUAGE sql STABLE AS $$
          SELECT common.share
          FROM pg_stats CROSS JOIN unnest(most_common_elems::text::text[], most_common_elem_freqs) AS common(word, share)
          WHERE schemaname = 'public' AND tablename = 'agreement_words' AND attname = 'vector' AND common.word = btrim(query::text, '''')
          LIMIT 1
        $$;
        CREATE FUNCTION is_known(query tsquery) RETURNS boolean LANGUAGE sql STABLE SET enable_seqscan = off AS $$
          SELECT share_of(query) IS NOT NULL OR EXISTS (SELECT FROM agreement_words WHERE vector @@ query)
        $$;
        """;

    internal const string Drop = "DROP FUNCTION is_known(tsquery); DROP FUNCTION share_of(tsquery);";
}
