using CooperationRegistry.Domain;
using CooperationRegistry.Domain.CapacityStats;

namespace CooperationRegistry.Data.Exchange.Tables;

internal sealed class CapacityStatTable() : RecordTable<CapacityStatContent>(
    RecordKind.CapacityStat,
    "/capacity",
    [
        new("city", CellType.Text, r => r.Around.Name(RecordKind.City, r.Content.City)),
        At("city_id", CellType.Code, "city"),
        At("as_of", CellType.Edtf, "asOf"),
        At("not_before", CellType.Edtf, "notBefore"),
        At("not_after", CellType.Edtf, "notAfter"),
        At("metric", CellType.Code, "metric"),
        At("technology", CellType.Code, "technology"),
        At("amount", CellType.Number, "quantity/amount"),
        At("upper_amount", CellType.Number, "quantity/upperAmount"),
        At("unit", CellType.Code, "quantity/unit"),
        At("qualifier", CellType.Code, "quantity/qualifier"),
        At("as_printed", CellType.Text, "quantity/asPrinted"),
        // The base unit of power is the kilowatt.
        new("watts", CellType.Number, r => r.Content.Quantity?.CanonicalAmount * 1000),
        new("share_percent", CellType.Number, r => r.Content.Share?.Percent),
        new("share_of", CellType.Code, r => r.Content.Share?.Of),
        .. Texts("note", "note"),
        .. Sources(c => c.Citations),
    ]);
