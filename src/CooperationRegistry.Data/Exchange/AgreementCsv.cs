using System.IO.Pipelines;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CooperationRegistry.Data.Exchange;

/// <summary>The list of agreements as CSV, piped from COPY to the reader in constant memory.</summary>
public static class AgreementCsv
{
    /// <param name="snapshot">The state that is copied.</param>
    /// <param name="destination">Gets RFC 4180 text in UTF-8 with CRLF; the header is always there.</param>
    /// <param name="filter">The filter of the list, prepared; its cursor and page size do not count.</param>
    /// <param name="publicUrl">What the column <c>url</c> starts with, without a slash at its end.</param>
    /// <param name="withMark">A byte-order mark first, for spreadsheets.</param>
    /// <param name="cancellationToken">Stops the copying in the database too.</param>
    public static async Task WriteAsync(RegistrySnapshot snapshot, PipeWriter destination, AgreementFilter filter, string publicUrl, bool withMark, CancellationToken cancellationToken)
    {
        var sql = Select(snapshot.Db, filter, publicUrl);
        // A file is long enough for the helpers that pages do without; they end with the snapshot's transaction.
        await snapshot.Db.Database.ExecuteSqlRawAsync("SET LOCAL max_parallel_workers_per_gather = 2", cancellationToken);
        var connection = (NpgsqlConnection)snapshot.Db.Database.GetDbConnection();
        // Begun before anything is written, so that a failure is still an error and not half a file.
        using var copy = await connection.BeginTextExportAsync($"COPY ({sql}) TO STDOUT (FORMAT csv)", cancellationToken);
        await using var lines = new CrlfWriter(destination);
        await lines.WriteHeaderAsync(ListTable.Of(RecordKind.Agreement).Columns.Select(c => c.Name), withMark, cancellationToken);
        await lines.CopyAsync(((StreamReader)copy).BaseStream, cancellationToken);
    }

    /// <summary>The rows of the file, without parameters.</summary>
    internal static string Select(RegistryDbContext db, AgreementFilter filter, string publicUrl) => InlinedSql.Of(Rows(db, filter, publicUrl));

    // Each member is a column, in this order. Texts are guarded against being taken for formulas; ids, codes and dates cannot be.
    private static IQueryable<object> Rows(RegistryDbContext db, AgreementFilter filter, string publicUrl) =>
        db.AgreementListings.AsSingleQuery().Matching(filter).InOrder(filter).Select(l => new
        {
            l.AgreementId,
            Title = CsvText.Guard(l.Title),
            TitleZh = CsvText.Guard(l.TitleZh),
            l.Kind,
            l.Status,
            l.Evidence,
            SignedOn = CsvText.Guard(l.SignedOn),
            l.SignedEarliest,
            l.SignedLatest,
            Place = CsvText.Guard(l.Place),
            Cities = CsvText.Guard(string.Join("; ", l.Cities)),
            CityIds = string.Join("; ", l.CityIds),
            Countries = string.Join("; ", l.Countries),
            Partners = CsvText.Guard(string.Join("; ", l.Partners)),
            PartnerIds = string.Join("; ", l.PartnerIds),
            PartnerKinds = string.Join("; ", l.PartnerKinds),
            Signatories = CsvText.Guard(string.Join("; ", l.Signatories)),
            Sectors = string.Join("; ", l.Sectors),
            Commitments = CsvText.Guard(string.Join("; ", l.Commitments)),
            Amounts = CsvText.Guard(string.Join("; ", l.Amounts)),
            Quantities = CsvText.Guard(string.Join("; ", l.Quantities)),
            Projects = string.Join("; ", l.Projects),
            Relations = string.Join("; ", l.Relations),
            Summary = CsvText.Guard(l.Summary),
            Sources = CsvText.Guard(string.Join("; ", l.Sources)),
            SourceUrls = string.Join("; ", l.SourceUrls),
            // As CellText writes it, whatever time zone the session has.
            PublishedAt = CsvText.Written(l.PublishedAt.DateTime, "YYYY-MM-DD\"T\"HH24:MI:SS.US").TrimEnd('0').TrimEnd('.') + "Z",
            l.Revision,
            Url = publicUrl + "/agreements/" + l.AgreementId,
        });
}
