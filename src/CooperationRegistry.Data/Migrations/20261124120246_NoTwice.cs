using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CooperationRegistry.Data.Migrations
{
    /// <inheritdoc />
    public partial class NoTwice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "redirects",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    from_id = table.Column<string>(type: "text", nullable: false),
                    into_id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_redirects", x => new { x.kind, x.from_id });
                    table.CheckConstraint("ck_redirects_kind", "kind IN ('source', 'city', 'partner', 'agreement', 'project', 'capacityStat')");
                    table.CheckConstraint("ck_redirects_other", "from_id <> into_id");
                });

            migrationBuilder.CreateTable(
                name: "search_names",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "text", nullable: false),
                    record_id = table.Column<string>(type: "text", nullable: false),
                    folded = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_names", x => x.id);
                    table.CheckConstraint("ck_search_names_kind", "kind IN ('source', 'city', 'partner', 'agreement', 'project', 'capacityStat')");
                });

            migrationBuilder.CreateIndex(
                name: "ix_partners_external_ids",
                table: "partners",
                column: "external_ids")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "jsonb_path_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_cities_external_ids",
                table: "cities",
                column: "external_ids")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "jsonb_path_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_redirects_kind_into_id",
                table: "redirects",
                columns: new[] { "kind", "into_id" });

            migrationBuilder.CreateIndex(
                name: "ix_search_names_folded_agreement",
                table: "search_names",
                column: "folded",
                filter: "kind = 'agreement'")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_search_names_folded_city",
                table: "search_names",
                column: "folded",
                filter: "kind = 'city'")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_search_names_folded_partner",
                table: "search_names",
                column: "folded",
                filter: "kind = 'partner'")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_search_names_folded_project",
                table: "search_names",
                column: "folded",
                filter: "kind = 'project'")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_search_names_folded_source",
                table: "search_names",
                column: "folded",
                filter: "kind = 'source'")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_search_names_kind_record_id",
                table: "search_names",
                columns: new[] { "kind", "record_id" });

            migrationBuilder.Sql(ServerRole.KeepRedirects);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "redirects");

            migrationBuilder.DropTable(
                name: "search_names");

            migrationBuilder.DropIndex(
                name: "ix_partners_external_ids",
                table: "partners");

            migrationBuilder.DropIndex(
                name: "ix_cities_external_ids",
                table: "cities");
        }
    }
}
