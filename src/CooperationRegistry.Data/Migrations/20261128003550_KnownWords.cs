using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CooperationRegistry.Data.Migrations
{
    /// <inheritdoc />
    public partial class KnownWords : Migration
    {
        // As they were then.
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

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Drop);
        }
    }
}
