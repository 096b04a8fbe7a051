using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Projects;

namespace CooperationRegistry.Data.Exchange.Tables;

internal sealed class ProjectTable() : RecordTable<ProjectContent>(
    RecordKind.Project,
    "/projects",
    [
        .. Texts("title", "title"),
        At("kind", CellType.Code, "kind"),
        new("status", CellType.Code, r => r.Content.Current()?.Status),
        new("city", CellType.Text, r => r.Around.Name(RecordKind.City, r.Content.City)),
        At("city_id", CellType.Code, "city"),
        .. Texts("place", "place"),
        new("agreements", CellType.List, r => r.Content.Agreements.Select(a => a.Agreement)),
        new("organisations", CellType.List, r => r.Content.Organisations.Select(o => o.City is null ? r.Around.Name(RecordKind.Partner, o.Partner) : r.Around.Name(RecordKind.City, o.City))),
        new("organisation_ids", CellType.List, r => r.Content.Organisations.Select(o => o.City ?? o.Partner)),
        new("sectors", CellType.List, r => r.Content.Sectors),
        new("capacities", CellType.List, r => r.Content.Capacities.Select(c => Labelled(c.Label, Printed(c.Quantity)))),
        new("investments", CellType.List, r => r.Content.Investments.Select(i => Labelled(i.Label, Printed(i.Money)))),
        new("jobs", CellType.Text, r => Printed(r.Content.Jobs)),
        new("count", CellType.Text, r => Printed(r.Content.Count)),
        .. Texts("summary", "summary"),
        .. Sources(c => c.Citations),
    ]);
