using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CooperationRegistry.Data.Migrations
{
    /// <inheritdoc />
    public partial class Forms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "unread",
                table: "proposals",
                type: "json",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.CreateTable(
                name: "files",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    media_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    length = table.Column<int>(type: "integer", nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    uploaded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    uploaded_by = table.Column<string>(type: "text", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_files", x => x.sha256);
                    table.CheckConstraint("ck_files_length", "length = octet_length(bytes) AND length BETWEEN 1 AND 20971520");
                    table.CheckConstraint("ck_files_sha256", "sha256 = encode(sha256(bytes), 'hex')");
                    table.ForeignKey(
                        name: "fk_files_uploaded_by_id",
                        column: x => x.uploaded_by_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "ix_sources_attachment",
                table: "sources",
                column: "attachment")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "jsonb_path_ops" });

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
                name: "ix_agreements_attachments",
                table: "agreements",
                column: "attachments")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "jsonb_path_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_files_uploaded_by_id",
                table: "files",
                column: "uploaded_by_id");

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
            migrationBuilder.Sql(KeptFiles.Protect);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "files");

            migrationBuilder.DropTable(
                name: "redirects");

            migrationBuilder.DropTable(
                name: "search_names");

            migrationBuilder.DropIndex(
                name: "ix_sources_attachment",
                table: "sources");

            migrationBuilder.DropIndex(
                name: "ix_partners_external_ids",
                table: "partners");

            migrationBuilder.DropIndex(
                name: "ix_cities_external_ids",
                table: "cities");

            migrationBuilder.DropIndex(
                name: "ix_agreements_attachments",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "unread",
                table: "proposals");
        }
    }
}
