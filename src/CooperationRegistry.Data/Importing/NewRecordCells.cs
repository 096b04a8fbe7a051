using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Data.Importing;

/// <summary>Fills a new record from the cells of its line, those too that join several values.</summary>
internal sealed class NewRecordCells(RegistryDbContext db)
{
    // Of one name; more than one is a question back already.
    private const int MostCalled = 5;

    private static readonly HashSet<string> Computed = ["signed_earliest", "signed_latest", "countries", "partner_kinds", "agreement_count", "watts", "names", "published_at", "revision", "url"];

    // Not left to chance: what a class takes for granted where nothing is said would be said of the record.
    private static readonly Dictionary<RecordKind, string[]> Required = new()
    {
        [RecordKind.City] = ["name", "kind", "country"],
        [RecordKind.Partner] = ["name", "kind"],
        [RecordKind.Project] = ["title", "kind"],
        [RecordKind.CapacityStat] = ["metric", "amount", "unit"],
        [RecordKind.Source] = ["title", "kind"],
        [RecordKind.Agreement] = ["title"],
    };

    private static readonly Dictionary<string, string> SectorsByLabel =
        CodeLists.Sectors.All.SelectMany(c => c.Labels.Values.Select(l => (Label: Folding.Text(l), c.Value))).DistinctBy(s => s.Label).ToDictionary(s => s.Label, s => s.Value);

    private readonly Dictionary<(RecordKind, string), List<string>> known = [];

    /// <summary>Finds all that these lines name with a few questions, so that filling asks none.</summary>
    public async Task LookUpAsync(ListTable table, IEnumerable<IReadOnlyDictionary<string, string>> lines, CancellationToken cancellationToken)
    {
        var named = new Dictionary<RecordKind, HashSet<string>> { [RecordKind.City] = [], [RecordKind.Partner] = [], [RecordKind.Source] = [] };
        var columns = table.Columns.Where(c => c.Name is "cities" or "city" or "partners" or "source_urls").ToList();
        foreach (var cells in lines)
        {
            foreach (var column in columns.Where(c => cells.ContainsKey(c.Name)))
            {
                var text = ListLines.Plain(column, cells[column.Name]);
                var kind = column.Name == "partners" ? RecordKind.Partner : column.Name == "source_urls" ? RecordKind.Source : RecordKind.City;
                named[kind].UnionWith((column.Name == "city" ? [text] : CellText.Split(text)).Select(name => kind == RecordKind.Source ? Addressed(name) : Folding.Name(kind, name)));
            }
        }
        foreach (var (kind, names) in named)
        {
            var found = await NameSearch.CalledEachAsync(db, kind, names, MostCalled, cancellationToken);
            foreach (var name in names)
                known[(kind, name)] = [.. found[name]];
        }
    }

    public async Task FillAsync(CheckedLine line, ListTable table, IReadOnlyDictionary<string, string> cells, CancellationToken cancellationToken)
    {
        var content = (RecordContent)Activator.CreateInstance(ContentJson.TypeOf(table.Kind))!;
        if (content is AgreementContent agreement)
            (agreement.Kind, agreement.Evidence) = (AgreementKind.NotStated, Evidence.Reported);
        var filled = table.Columns.Skip(1)
            .Select(c => (Column: c, Text: ListLines.Plain(c, cells.GetValueOrDefault(c.Name, ""))))
            .Where(c => c.Text.Length > 0 && !Computed.Contains(c.Column.Name))
            .ToDictionary(c => c.Column.Name, c => c.Text);
        foreach (var missing in Required[table.Kind].Where(name => !filled.ContainsKey(name) && !(name == "title" && filled.ContainsKey("title_zh"))))
            line.Refuse(missing, Rule.Required);
        foreach (var column in table.Columns.Where(c => c.IsEditable && filled.ContainsKey(c.Name)))
        {
            line.Refuse(column.Name, column.Write!(content, filled[column.Name]));
            filled.Remove(column.Name);
        }
        ListLines.CheckHalves(line, content, cells);
        await JoinAsync(line, content, filled, cancellationToken);
        foreach (var (column, text) in filled)
            line.Refuse(column, Rule.NotForNew, text);
        line.Content = content;
    }

    // Takes the columns that it understands out of those that are filled.
    private async Task JoinAsync(CheckedLine line, RecordContent content, Dictionary<string, string> filled, CancellationToken cancellationToken)
    {
        var urls = Take(filled, "source_urls");
        var titles = Take(filled, "sources");
        switch (content)
        {
            case AgreementContent agreement:
                // Where nobody is named, it is the first of these columns that is empty.
                (line.Columns["sectors"], line.Columns["commitments"], line.Columns["signingEvent"], line.Columns["citations"]) = ("sectors", "commitments", "place", "source_urls");
                var (cityColumn, partnerColumn) = (filled.ContainsKey("city_ids") ? "city_ids" : "cities", filled.ContainsKey("partner_ids") ? "partner_ids" : "partners");
                foreach (var city in await IdsAsync(line, RecordKind.City, "city_ids", "cities", filled, cancellationToken))
                    AddParty(line, agreement, cityColumn, new Party { City = city });
                foreach (var partner in await IdsAsync(line, RecordKind.Partner, "partner_ids", "partners", filled, cancellationToken))
                    AddParty(line, agreement, partnerColumn, new Party { Partner = partner });
                line.Columns["parties"] = cityColumn;
                agreement.Sectors.AddRange(Sectors(Take(filled, "sectors")));
                agreement.Commitments.AddRange(Take(filled, "commitments").Select((text, i) => new Commitment { Key = $"c{i + 1}", Text = Text(text) }));
                if (Take(filled, "place", split: false) is [var place])
                    agreement.SigningEvent = new SigningEvent { Place = Text(place) };
                if (Take(filled, "status", split: false) is [var status] && agreement.Events.Count == 0 && status != "mentioned")
                    AddStanding(line, agreement, status);
                break;
            case ProjectContent project:
                (line.Columns["sectors"], line.Columns["agreements"], line.Columns["states"], line.Columns["citations"]) = ("sectors", "agreements", "status", "source_urls");
                project.City ??= await OneAsync(line, "city", filled, cancellationToken);
                filled.Remove("city");
                project.Agreements.AddRange(Take(filled, "agreements").Select((id, i) => new ProjectAgreement { Key = $"a{i + 1}", Agreement = id }));
                project.Sectors.AddRange(Sectors(Take(filled, "sectors")));
                if (Take(filled, "status", split: false) is [var state])
                    AddState(line, project, state);
                break;
            case CapacityStatContent stat:
                if (stat.City.Length == 0)
                    stat.City = await OneAsync(line, "city", filled, cancellationToken) ?? "";
                filled.Remove("city");
                break;
        }
        if (content is CitedContent cited)
            await CiteAsync(line, cited, urls, titles, cancellationToken);
    }

    private static void AddParty(CheckedLine line, AgreementContent agreement, string column, Party party)
    {
        party.Key = $"p{agreement.Parties.Count + 1}";
        line.Columns[$"parties/{party.Key}"] = column;
        agreement.Parties.Add(party);
    }

    private static void AddStanding(CheckedLine line, AgreementContent agreement, string status)
    {
        var standing = new AgreementEvent { Key = "e1" };
        line.Refuse("status", ContentCell.Write(standing, "kind", status));
        agreement.Events.Add(standing);
    }

    private static void AddState(CheckedLine line, ProjectContent project, string status)
    {
        var state = new ProjectState { Key = "s1" };
        line.Refuse("status", ContentCell.Write(state, "status", status));
        project.States.Add(state);
    }

    private async Task CiteAsync(CheckedLine line, CitedContent content, List<string> urls, List<string> titles, CancellationToken cancellationToken)
    {
        if (urls.Count == 0 && titles.Count > 0)
            line.Refuse("source_urls", Rule.Required);
        List<string> supports = [.. Facts.Of(content)];
        for (var i = 0; i < urls.Count; i++)
        {
            var found = await CalledAsync(RecordKind.Source, Addressed(urls[i]), cancellationToken);
            var id = found.Count > 0 ? found[0] : $"{line.TemporaryId}s{i + 1}";
            if (found.Count == 0)
                line.Companions.Add(new Publishable(id, new SourceContent { Title = Text(i < titles.Count && titles.Count == urls.Count ? titles[i] : urls[i]), TitleSupplied = true, Kind = SourceKind.News, Url = urls[i] }));
            content.Citations.Add(new Citation { Key = $"s{i + 1}", Source = id, Supports = [.. supports] });
        }
    }

    private async Task<List<string>> IdsAsync(CheckedLine line, RecordKind kind, string ids, string names, Dictionary<string, string> filled, CancellationToken cancellationToken)
    {
        var (given, called) = (Take(filled, ids), Take(filled, names));
        if (given.Count > 0)
            return given;
        var found = new List<string>();
        foreach (var name in called)
        {
            if (await IdAsync(line, kind, names, name, cancellationToken) is { } id)
                found.Add(id);
        }
        return found;
    }

    private async Task<string?> OneAsync(CheckedLine line, string column, Dictionary<string, string> filled, CancellationToken cancellationToken) =>
        Take(filled, column, split: false) is [var name] ? await IdAsync(line, RecordKind.City, column, name, cancellationToken) : null;

    private async Task<string?> IdAsync(CheckedLine line, RecordKind kind, string column, string name, CancellationToken cancellationToken)
    {
        var ids = await CalledAsync(kind, Folding.Name(kind, name), cancellationToken);
        if (ids is [var id])
            return id;
        if (ids.Count == 0 && RecordId.IsWellFormed(kind, name))
            return name;
        if (ids.Count == 0)
            line.Refuse(column, Rule.UnknownName, name, RecordId.Example(kind));
        else
            line.Refuse(column, Rule.AmbiguousName, name, string.Join(", ", ids));
        return null;
    }

    private async Task<List<string>> CalledAsync(RecordKind kind, string folded, CancellationToken cancellationToken)
    {
        if (known.TryGetValue((kind, folded), out var ids))
            return ids;
        return known[(kind, folded)] = await NameSearch.CalledAsync(db, kind, [folded], MostCalled, cancellationToken);
    }

    private static string Addressed(string url) => Folding.Address(url) ?? url;

    private static IEnumerable<string> Sectors(List<string> typed) =>
        typed.Select(t => CodeLists.Sectors.Find(t)?.Value ?? SectorsByLabel.GetValueOrDefault(Folding.Text(t)) ?? t);

    private static LocalizedText Text(string text) => new(text.Any(c => c is >= '\u4E00' and <= '\u9FFF') ? "zh-Hans" : "en", text);

    private static List<string> Take(Dictionary<string, string> filled, string column, bool split = true) =>
        !filled.Remove(column, out var text) ? [] : split ? [.. CellText.Split(text)] : [text];
}
