using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;

namespace CooperationRegistry.Data.Exchange.Tables;

internal sealed class CityTable() : RecordTable<CityContent>(
    RecordKind.City,
    "/cities",
    [
        new("name", CellType.Text, r => r.Content.Display("en")?.Text, (content, text) => NameCell.Write((CityContent)content, "en", text), "names"),
        new("name_zh", CellType.Text, r => NameCell.Chinese(r.Content)?.Text, (content, text) => NameCell.WriteChinese((CityContent)content, text), "names"),
        new("names", CellType.List, r => r.Content.Names.Select(n => n.Text).Distinct()),
        At("kind", CellType.Code, "kind"),
        At("country", CellType.Code, "country"),
        At("subdivision", CellType.Code, "subdivision"),
        At("parent_city_id", CellType.Code, "parentCity"),
        At("latitude", CellType.Number, "coordinates/latitude"),
        At("longitude", CellType.Number, "coordinates/longitude"),
        new("external_ids", CellType.List, r => r.Content.ExternalIds.Select(e => $"{ContentJson.Name(e.Scheme)} {e.Value}")),
        .. Texts("about", "about"),
        new("figures", CellType.List, r => r.Content.Figures.Select(f => Labelled(f.Indicator, Printed(f.Quantity) ?? Printed(f.Money)))),
        new("agreement_count", CellType.Integer, r => r.Around.Agreements(r.Record.Id)),
        .. Sources(c => c.Citations),
    ]);
