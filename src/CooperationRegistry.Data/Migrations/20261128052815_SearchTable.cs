using System;
using System.Collections.Generic;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Search;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CooperationRegistry.Data.Migrations
{
    /// <inheritdoc />
    public partial class SearchTable : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The rows are written anew, with what the new columns hold, when the program has migrated.
            migrationBuilder.Sql(FacetCounting.CreateNone);
            migrationBuilder.Sql("TRUNCATE agreement_listings CASCADE;");
            // A vector beside its row: a search that ranks thousands would look for each in another table.
            migrationBuilder.Sql("ALTER TABLE agreement_words SET (toast_tuple_target = 8160);");

            migrationBuilder.AddColumn<List<string>>(
                name: "facets",
                table: "agreement_words",
                type: "text[]",
                nullable: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "signed_falling",
                table: "agreement_words",
                type: "date",
                nullable: false);

            migrationBuilder.AddColumn<long>(
                name: "number",
                table: "agreement_words",
                type: "bigint",
                nullable: false,
                computedColumnSql: "substring(agreement_id, 4)::bigint",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreement_words_signed_falling_number",
                table: "agreement_words",
                columns: new[] { "signed_falling", "number" });

            migrationBuilder.Sql(KnownWords.Drop);
            migrationBuilder.Sql(Data.Search.KnownWords.Create);
            migrationBuilder.Sql(PairIndex.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(PairIndex.Drop);
            migrationBuilder.Sql(Data.Search.KnownWords.Drop);
            migrationBuilder.Sql(KnownWords.Create);
            migrationBuilder.Sql("ALTER TABLE agreement_words RESET (toast_tuple_target);");
            migrationBuilder.Sql(FacetCounting.DropNone);

            migrationBuilder.DropIndex(
                name: "ix_agreement_words_signed_falling_number",
                table: "agreement_words");

            migrationBuilder.DropColumn(
                name: "number",
                table: "agreement_words");

            migrationBuilder.DropColumn(
                name: "facets",
                table: "agreement_words");

            migrationBuilder.DropColumn(
                name: "signed_falling",
                table: "agreement_words");
        }
    }
}
