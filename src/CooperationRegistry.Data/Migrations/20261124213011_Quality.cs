using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CooperationRegistry.Data.Migrations
{
    /// <inheritdoc />
    public partial class Quality : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "link_checks",
                columns: table => new
                {
                    url = table.Column<string>(type: "text", nullable: false),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    fault = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_link_checks", x => x.url);
                    table.CheckConstraint("ck_link_checks_fault", "fault IN ('notReached', 'tooLate', 'private')");
                });

            migrationBuilder.CreateTable(
                name: "record_qualities",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    record_id = table.Column<string>(type: "text", nullable: false),
                    city_ids = table.Column<List<string>>(type: "text[]", nullable: false),
                    fact_count = table.Column<int>(type: "integer", nullable: false),
                    unsupported_count = table.Column<int>(type: "integer", nullable: false),
                    date_count = table.Column<int>(type: "integer", nullable: false),
                    yearless_count = table.Column<int>(type: "integer", nullable: false),
                    source_ids = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_qualities", x => new { x.kind, x.record_id });
                    table.CheckConstraint("ck_record_qualities_kind", "kind IN ('source', 'city', 'partner', 'agreement', 'project', 'capacityStat')");
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "link_checks");

            migrationBuilder.DropTable(
                name: "record_qualities");
        }
    }
}
