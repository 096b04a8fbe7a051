using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;

namespace CooperationRegistry.Data.Exchange.Package;

/// <summary>Writes the package as a folder: a table a noun and a table a list of it, the lists as the site offers them, the whole records, and what describes it all.</summary>
internal sealed class PackageFolder(RegistrySnapshot snapshot, PackageSite site, string folder)
{
    private const string ReadMe = "README.md";

    private readonly PackageDescriptor descriptor = new(site, snapshot.LastChange, folder);

    /// <returns>The files, in the order that they have in the package.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(folder, "lists"));
        Directory.CreateDirectory(Path.Combine(folder, "records"));
        foreach (var kind in Enum.GetValues<RecordKind>())
            await WriteAsync(kind, cancellationToken);
        await descriptor.WriteAsync(cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, ReadMe), PackageReadMe.Of(site, snapshot.LastChange), cancellationToken);
        return [ReadMe, PackageDescriptor.FileName, .. descriptor.Paths];
    }

    private async Task WriteAsync(RecordKind kind, CancellationToken cancellationToken)
    {
        var ids = await snapshot.IdsAsync(kind, cancellationToken);
        var (list, records, table) = ($"lists/{site.ListOf(kind)}.csv", $"records/{site.ListOf(kind)}.jsonl", PackageTables.Of(kind));
        await WriteFileAsync(records, pipe => JsonFile.WriteLinesAsync(pipe, NotedAsync(table, snapshot.RecordsAsync(kind, ids, cancellationToken), cancellationToken), r => site.PublicUrl + site.Address(kind, r.Id), cancellationToken));
        await WriteTablesAsync(kind, table, records, cancellationToken);
        await WriteFileAsync(list, pipe => WriteListAsync(kind, ids, pipe, cancellationToken));
        foreach (var each in table.WithLists)
            await descriptor.AddAsync(each, cancellationToken);
        await descriptor.AddListAsync(kind, list, cancellationToken);
        await descriptor.AddRecordsAsync(kind, records, cancellationToken);
    }

    private Task WriteListAsync(RecordKind kind, IReadOnlyList<string> ids, PipeWriter pipe, CancellationToken cancellationToken) =>
        kind == RecordKind.Agreement
            ? AgreementCsv.WriteAsync(snapshot, pipe, new AgreementFilter { Sort = AgreementSort.Number }, site.PublicUrl, withMark: false, cancellationToken)
            : CsvFile.WriteAsync(pipe, ListTable.Of(kind), snapshot.RowsAsync(kind, ids, site.PublicUrl, cancellationToken), withMark: false, cancellationToken);

    // The records are read from the database once; the tables are made from the file of them, when it is known which columns they need.
    private async Task WriteTablesAsync(RecordKind kind, PackageTable noun, string records, CancellationToken cancellationToken)
    {
        var files = noun.WithLists.ToDictionary(t => t, t => new StreamWriter(Path.Combine(folder, $"{t.Name}.csv")));
        try
        {
            foreach (var (table, file) in files)
                CsvFile.WriteLine(file, table.Columns.Select(c => c.Name));
            await foreach (var text in File.ReadLinesAsync(Path.Combine(folder, records), cancellationToken))
            {
                var line = JsonSerializer.Deserialize<RecordLine>(text, ContentJson.Options)!;
                var content = line.Content.Deserialize(ContentJson.TypeOf(kind), ContentJson.Options)!;
                foreach (var row in noun.Rows(content, [line.Id, line.Revision, line.PublishedAt, line.Url], [line.Id]))
                    CsvFile.WriteLine(files[row.Table], row.Cells.Zip(row.Table.Columns, Cell));
            }
        }
        finally
        {
            foreach (var file in files.Values)
                await file.DisposeAsync();
        }
    }

    private static string Cell(object? value, PackageColumn column) => column.Type == "string" ? CellText.Guard(CellText.Of(value)) : CellText.Of(value);

    private async Task WriteFileAsync(string path, Func<PipeWriter, Task> write)
    {
        await using var file = File.Create(Path.Combine(folder, path));
        var pipe = PipeWriter.Create(file);
        await write(pipe);
        await pipe.CompleteAsync();
    }

    private static async IAsyncEnumerable<IReadOnlyList<Record>> NotedAsync(PackageTable table, IAsyncEnumerable<IReadOnlyList<Record>> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            foreach (var record in page)
                table.Note(record.Body);
            yield return page;
        }
    }
}
