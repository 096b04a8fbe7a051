using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CooperationRegistry.Data.Migrations
{
    /// <inheritdoc />
    public partial class Review : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_one_time_links_purpose",
                table: "one_time_links");

            migrationBuilder.AddColumn<string>(
                name: "notes",
                table: "proposals",
                type: "json",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "closed_at",
                table: "accounts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "audit_head",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_head", x => x.id);
                    table.CheckConstraint("ck_audit_head_one_row", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "tombstones",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    record_id = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tombstones", x => new { x.kind, x.record_id, x.revision });
                    table.CheckConstraint("ck_tombstones_kind", "kind IN ('source', 'city', 'partner', 'agreement', 'project', 'capacityStat')");
                });

            migrationBuilder.InsertData(
                table: "audit_head",
                columns: new[] { "id", "hash", "number" },
                values: new object[] { 1, "0000000000000000000000000000000000000000000000000000000000000000", 0L });

            migrationBuilder.AddCheckConstraint(
                name: "ck_one_time_links_purpose",
                table: "one_time_links",
                sql: "purpose IN ('setUp', 'invitation', 'reset')");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_action_number",
                table: "audit_entries",
                columns: new[] { "action", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_actor_number",
                table: "audit_entries",
                columns: new[] { "actor", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_subject_number",
                table: "audit_entries",
                columns: new[] { "subject", "number" });

            migrationBuilder.Sql(ServerRole.KeepTombstones);
            migrationBuilder.Sql(ServerRole.NoteAuditHead);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_head");

            migrationBuilder.DropTable(
                name: "tombstones");

            migrationBuilder.DropCheckConstraint(
                name: "ck_one_time_links_purpose",
                table: "one_time_links");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_action_number",
                table: "audit_entries");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_actor_number",
                table: "audit_entries");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_subject_number",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "notes",
                table: "proposals");

            migrationBuilder.DropColumn(
                name: "closed_at",
                table: "accounts");

            migrationBuilder.AddCheckConstraint(
                name: "ck_one_time_links_purpose",
                table: "one_time_links",
                sql: "purpose IN ('setUp', 'invitation')");
        }
    }
}
