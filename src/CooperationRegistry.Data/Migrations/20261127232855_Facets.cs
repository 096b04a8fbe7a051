using System;
using System.Collections.Generic;
using CooperationRegistry.Data.Agreements;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CooperationRegistry.Data.Migrations
{
    /// <inheritdoc />
    public partial class Facets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // They are written anew, with what the new columns hold, when the program has migrated.
            migrationBuilder.Sql("DELETE FROM agreement_listings;");

            migrationBuilder.DropIndex(
                name: "ix_agreement_listings_city_scope",
                table: "agreement_listings");

            migrationBuilder.DropIndex(
                name: "ix_agreement_listings_partner_ids",
                table: "agreement_listings");

            migrationBuilder.DropIndex(
                name: "ix_agreement_listings_signed_sort_number",
                table: "agreement_listings");

            migrationBuilder.AddColumn<List<string>>(
                name: "facets",
                table: "agreement_listings",
                type: "text[]",
                nullable: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "signed_falling",
                table: "agreement_listings",
                type: "date",
                nullable: false,
                computedColumnSql: "coalesce(signed_sort, '0001-01-01'::date)",
                stored: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "signed_rising",
                table: "agreement_listings",
                type: "date",
                nullable: false,
                computedColumnSql: "coalesce(signed_sort, '9999-12-31'::date)",
                stored: true);

            migrationBuilder.CreateTable(
                name: "facet_counts",
                columns: table => new
                {
                    within = table.Column<string>(type: "text", nullable: false),
                    facet = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, computedColumnSql: "split_part(facet, '=', 1)", stored: true),
                    agreements = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_facet_counts", x => new { x.within, x.facet });
                });

            migrationBuilder.CreateTable(
                name: "listings_within",
                columns: table => new
                {
                    within = table.Column<string>(type: "text", nullable: false),
                    signed_falling = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listings_within", x => new { x.within, x.signed_falling, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_listings_facets",
                table: "agreement_listings",
                column: "facets")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_listings_number",
                table: "agreement_listings",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreement_listings_published_at_number",
                table: "agreement_listings",
                columns: new[] { "published_at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_listings_signed_falling_number",
                table: "agreement_listings",
                columns: new[] { "signed_falling", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_listings_signed_rising_number",
                table: "agreement_listings",
                columns: new[] { "signed_rising", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_listings_title_number",
                table: "agreement_listings",
                columns: new[] { "title", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_facet_counts_within_name_agreements_facet",
                table: "facet_counts",
                columns: new[] { "within", "name", "agreements", "facet" },
                descending: new[] { false, false, true, false });

            migrationBuilder.Sql(FacetCounting.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(FacetCounting.Drop);

            migrationBuilder.DropTable(
                name: "facet_counts");

            migrationBuilder.DropTable(
                name: "listings_within");

            migrationBuilder.DropIndex(
                name: "ix_agreement_listings_facets",
                table: "agreement_listings");

            migrationBuilder.DropIndex(
                name: "ix_agreement_listings_number",
                table: "agreement_listings");

            migrationBuilder.DropIndex(
                name: "ix_agreement_listings_published_at_number",
                table: "agreement_listings");

            migrationBuilder.DropIndex(
                name: "ix_agreement_listings_signed_falling_number",
                table: "agreement_listings");

            migrationBuilder.DropIndex(
                name: "ix_agreement_listings_signed_rising_number",
                table: "agreement_listings");

            migrationBuilder.DropIndex(
                name: "ix_agreement_listings_title_number",
                table: "agreement_listings");

            migrationBuilder.DropColumn(
                name: "signed_falling",
                table: "agreement_listings");

            migrationBuilder.DropColumn(
                name: "signed_rising",
                table: "agreement_listings");

            migrationBuilder.DropColumn(
                name: "facets",
                table: "agreement_listings");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_listings_city_scope",
                table: "agreement_listings",
                column: "city_scope")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_listings_partner_ids",
                table: "agreement_listings",
                column: "partner_ids")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_listings_signed_sort_number",
                table: "agreement_listings",
                columns: new[] { "signed_sort", "number" });
        }
    }
}
