using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CooperationRegistry.Data.Migrations
{
    /// <inheritdoc />
    public partial class Imports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    format = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    header = table.Column<List<string>>(type: "text[]", nullable: false),
                    columns = table.Column<List<string>>(type: "text[]", nullable: false),
                    accepts_likenesses = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    author_name = table.Column<string>(type: "text", nullable: false),
                    reviewer_name = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    fault = table.Column<string>(type: "json", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lines_read = table.Column<int>(type: "integer", nullable: false),
                    share_read = table.Column<double>(type: "double precision", nullable: false),
                    new_count = table.Column<int>(type: "integer", nullable: false),
                    changed_count = table.Column<int>(type: "integer", nullable: false),
                    same_count = table.Column<int>(type: "integer", nullable: false),
                    refused_count = table.Column<int>(type: "integer", nullable: false),
                    published_count = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => x.id);
                    table.CheckConstraint("ck_imports_format", "format IN ('csv', 'workbook', 'jsonLines')");
                    table.CheckConstraint("ck_imports_kind", "kind IN ('source', 'city', 'partner', 'agreement', 'project', 'capacityStat')");
                    table.CheckConstraint("ck_imports_state", "state IN ('received', 'checking', 'checked', 'submitted', 'publishing', 'published', 'returned', 'cancelled', 'refused')");
                    table.ForeignKey(
                        name: "fk_imports_author_id",
                        column: x => x.author_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_lines",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true),
                    record_id = table.Column<string>(type: "text", nullable: true),
                    base_revision = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "json", nullable: true),
                    companions = table.Column<string>(type: "json", nullable: false),
                    problems = table.Column<string>(type: "json", nullable: false),
                    raw = table.Column<string>(type: "text", nullable: true),
                    together = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_lines", x => new { x.import_id, x.number });
                    table.CheckConstraint("ck_import_lines_kind", "kind IN ('source', 'city', 'partner', 'agreement', 'project', 'capacityStat')");
                    table.CheckConstraint("ck_import_lines_outcome", "outcome IN ('new', 'changed', 'same', 'refused', 'leftOut')");
                    table.ForeignKey(
                        name: "fk_import_lines_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import_pieces",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_pieces", x => new { x.import_id, x.number });
                    table.ForeignKey(
                        name: "fk_import_pieces_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_import_lines_import_id_kind_record_id",
                table: "import_lines",
                columns: new[] { "import_id", "kind", "record_id" });

            migrationBuilder.CreateIndex(
                name: "ix_import_lines_import_id_outcome_number",
                table: "import_lines",
                columns: new[] { "import_id", "outcome", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_import_lines_import_id_title",
                table: "import_lines",
                columns: new[] { "import_id", "title" },
                filter: "record_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_import_lines_waiting",
                table: "import_lines",
                columns: new[] { "import_id", "kind", "together", "number" },
                filter: "revision IS NULL AND outcome IN ('new', 'changed')");

            migrationBuilder.CreateIndex(
                name: "ix_imports_author_id_created_at",
                table: "imports",
                columns: new[] { "author_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_imports_state",
                table: "imports",
                column: "state");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "import_lines");

            migrationBuilder.DropTable(
                name: "import_pieces");

            migrationBuilder.DropTable(
                name: "imports");
        }
    }
}
