using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace CooperationRegistry.Data.Migrations
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Made anew from the records after every migration.
            migrationBuilder.Sql("DELETE FROM agreement_listings;");

            migrationBuilder.DropIndex(
                name: "ix_agreement_listings_search_text",
                table: "agreement_listings");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "agreement_listings");

            migrationBuilder.AddColumn<List<int>>(
                name: "signed_years",
                table: "agreement_listings",
                type: "integer[]",
                nullable: false);

            migrationBuilder.CreateTable(
                name: "agreement_words",
                columns: table => new
                {
                    agreement_id = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    tokens = table.Column<string>(type: "text", nullable: false),
                    vector = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false, computedColumnSql: "setweight(to_tsvector('english', split_part(tokens, E'\\n', 1)), 'A') || setweight(to_tsvector('english', split_part(tokens, E'\\n', 2)), 'B') || setweight(to_tsvector('english', split_part(tokens, E'\\n', 3)), 'C') || setweight(to_tsvector('english', split_part(tokens, E'\\n', 4)), 'D')", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_words", x => x.agreement_id);
                    table.ForeignKey(
                        name: "fk_agreement_words_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreement_listings",
                        principalColumn: "agreement_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "search_words",
                columns: table => new
                {
                    word = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_words", x => x.word);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_words_vector",
                table: "agreement_words",
                column: "vector")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_search_words_trigrams",
                table: "search_words",
                column: "word")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement_words");

            migrationBuilder.DropTable(
                name: "search_words");

            migrationBuilder.DropColumn(
                name: "signed_years",
                table: "agreement_listings");

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "agreement_listings",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_listings_search_text",
                table: "agreement_listings",
                column: "search_text")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });
        }
    }
}
