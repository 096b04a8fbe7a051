using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Exchange.Tables;

/// <summary>The list of agreements: its cells are the listing's, as the CSV copies them.</summary>
internal sealed class AgreementTable : ListTable
{
    private static readonly IReadOnlyList<Column<AgreementListing>> Cells =
    [
        new("number", CellType.Code, l => l.AgreementId),
        new("title", CellType.Text, l => l.Title, At($"title/{ContentCell.Shown}"), "title"),
        new("title_zh", CellType.Text, l => l.TitleZh, At("title/zh-Hans"), "title/zh-Hans"),
        new("kind", CellType.Code, l => l.Kind, At("kind"), "kind"),
        new("status", CellType.Code, l => l.Status),
        new("evidence", CellType.Code, l => l.Evidence, At("evidence"), "evidence"),
        new("signed_on", CellType.Edtf, l => l.SignedOn, WriteSigned, "events"),
        new("signed_earliest", CellType.Day, l => l.SignedEarliest),
        new("signed_latest", CellType.Day, l => l.SignedLatest),
        new("place", CellType.Text, l => l.Place),
        new("cities", CellType.List, l => l.Cities),
        new("city_ids", CellType.List, l => l.CityIds),
        new("countries", CellType.List, l => l.Countries),
        new("partners", CellType.List, l => l.Partners),
        new("partner_ids", CellType.List, l => l.PartnerIds),
        new("partner_kinds", CellType.List, l => l.PartnerKinds),
        new("signatories", CellType.List, l => l.Signatories),
        new("sectors", CellType.List, l => l.Sectors),
        new("commitments", CellType.List, l => l.Commitments),
        new("amounts", CellType.List, l => l.Amounts),
        new("quantities", CellType.List, l => l.Quantities),
        new("projects", CellType.List, l => l.Projects),
        new("relations", CellType.List, l => l.Relations),
        new("summary", CellType.Text, l => l.Summary, At($"summary/{ContentCell.Shown}"), "summary"),
        new("sources", CellType.List, l => l.Sources),
        new("source_urls", CellType.List, l => l.SourceUrls),
        new("published_at", CellType.Time, l => l.PublishedAt),
        new("revision", CellType.Integer, l => l.Revision),
        new("url", CellType.Address, l => l.AgreementId),
    ];

    public override RecordKind Kind => RecordKind.Agreement;

    public override IReadOnlyList<ListColumn> Columns { get; } = [.. Cells.Select(c => c.Described)];

    public override async Task<IReadOnlyList<ListRow>> ReadAsync(RegistryDbContext db, IReadOnlyList<string> ids, string publicUrl, CancellationToken cancellationToken)
    {
        var rows = await db.AgreementListings.AsNoTracking().Where(l => ids.Contains(l.AgreementId)).ToDictionaryAsync(l => l.AgreementId, cancellationToken);
        return [.. ids.Where(rows.ContainsKey).Select(id => RowOf(rows[id], publicUrl))];
    }

    public static ListRow RowOf(AgreementListing row, string publicUrl) =>
        new(row.AgreementId, [.. Cells.Select(c => c.Name == "url" ? $"{publicUrl}/agreements/{row.AgreementId}" : c.Cell(row))]);

    private static CellWriter At(string path) => (content, text) => ContentCell.Write(content, path, text);

    private static Breach? WriteSigned(RecordContent content, string text)
    {
        var agreement = (AgreementContent)content;
        var date = text.Length == 0 ? null : ContentCell.Date(text);
        if (text.Length > 0 && date is null)
            return new Breach("", Rule.UnreadableDate, text);
        if (agreement.Events.Find(e => e.Kind == EventKind.Signed) is { } signed)
            signed.Date = date;
        else if (agreement.Events.Count == 0 && date is not null)
            agreement.Events.Add(new AgreementEvent { Key = "e1", Kind = EventKind.Signed, Date = date });
        else if (date is not null)
            return new Breach("", Rule.SigningMissing, text);
        return null;
    }
}
