using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Partners;

namespace CooperationRegistry.Data.Exchange.Tables;

internal sealed class PartnerTable() : RecordTable<PartnerContent>(
    RecordKind.Partner,
    "/partners",
    [
        new("name", CellType.Text, r => r.Content.Display("en")?.Text, (content, text) => NameCell.Write((PartnerContent)content, "en", text), "names"),
        new("name_zh", CellType.Text, r => NameCell.Chinese(r.Content)?.Text, (content, text) => NameCell.WriteChinese((PartnerContent)content, text), "names"),
        new("names", CellType.List, r => r.Content.Names.Select(n => n.Text).Distinct()),
        At("kind", CellType.Code, "kind"),
        At("country", CellType.Code, "country"),
        At("subdivision", CellType.Code, "subdivision"),
        At("seat_city_id", CellType.Code, "seat"),
        At("parent_partner_id", CellType.Code, "parentPartner"),
        new("successions", CellType.List, r => r.Content.Successions.Select(s => $"{ContentJson.Name(s.Side)} {s.Partner}")),
        new("external_ids", CellType.List, r => r.Content.ExternalIds.Select(e => $"{ContentJson.Name(e.Scheme)} {e.Value}")),
        At("website", CellType.Address, "website"),
        .. Texts("about", "about"),
        new("agreement_count", CellType.Integer, r => r.Around.Agreements(r.Record.Id)),
        .. Sources(c => c.Citations),
    ]);
