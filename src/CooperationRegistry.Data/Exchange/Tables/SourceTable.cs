using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Sources;

namespace CooperationRegistry.Data.Exchange.Tables;

internal sealed class SourceTable() : RecordTable<SourceContent>(
    RecordKind.Source,
    "/sources",
    [
        .. Texts("title", "title"),
        At("title_supplied", CellType.Boolean, "titleSupplied"),
        At("kind", CellType.Code, "kind"),
        At("publisher", CellType.Text, "publisher"),
        At("source_url", CellType.Address, "url"),
        At("published", CellType.Edtf, "published"),
        At("published_as_printed", CellType.Text, "publishedAsPrinted"),
        At("language", CellType.Code, "language"),
        At("retrieved_on", CellType.Day, "retrievedOn"),
        At("last_checked", CellType.Day, "lastChecked"),
        .. Texts("note", "note"),
        new("attachment", CellType.Text, r => r.Content.Attachment?.FileName),
    ]);
