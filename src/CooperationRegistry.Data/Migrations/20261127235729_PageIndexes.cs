using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CooperationRegistry.Data.Migrations
{
    /// <inheritdoc />
    public partial class PageIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_agreement_parties_city",
                table: "agreement_parties");

            migrationBuilder.DropIndex(
                name: "ix_agreement_parties_partner",
                table: "agreement_parties");

            migrationBuilder.CreateIndex(
                name: "ix_search_names_folded",
                table: "search_names",
                column: "folded")
                .Annotation("Npgsql:IndexMethod", "hash");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_parties_city_agreement_id",
                table: "agreement_parties",
                columns: new[] { "city", "agreement_id" });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_parties_partner_agreement_id",
                table: "agreement_parties",
                columns: new[] { "partner", "agreement_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_search_names_folded",
                table: "search_names");

            migrationBuilder.DropIndex(
                name: "ix_agreement_parties_city_agreement_id",
                table: "agreement_parties");

            migrationBuilder.DropIndex(
                name: "ix_agreement_parties_partner_agreement_id",
                table: "agreement_parties");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_parties_city",
                table: "agreement_parties",
                column: "city");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_parties_partner",
                table: "agreement_parties",
                column: "partner");
        }
    }
}
