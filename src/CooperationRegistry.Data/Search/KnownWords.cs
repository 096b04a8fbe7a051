using CooperationRegistry.Data.Agreements;

namespace CooperationRegistry.Data.Search;

/// <summary>Whether any agreement has what a query asks for, told in milliseconds for common and for unknown words.</summary>
internal static class KnownWords
{
    /// <summary>
    /// The statistics of <see cref="AgreementWords.Vector"/> know the commonest words, for which the index would list half the table. Of all others
    /// the index is asked, and never the table from its beginning, which the planner takes for cheap where it has to guess.
    /// </summary>
    internal const string Create = """
        CREATE FUNCTION is_known(query tsquery) RETURNS boolean LANGUAGE sql STABLE SET enable_seqscan = off AS $$
          SELECT coalesce(
              btrim(query::text, '''') = ANY ((
                SELECT most_common_elems::text::text[] FROM pg_stats WHERE schemaname = 'public' AND tablename = 'agreement_words' AND attname = 'vector')::text[]),
              false)
            OR EXISTS (SELECT FROM agreement_words WHERE vector @@ query)
        $$;
        """;

    internal const string Drop = "DROP FUNCTION is_known(tsquery);";
}
