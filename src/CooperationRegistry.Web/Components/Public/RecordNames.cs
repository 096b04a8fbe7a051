using System.Globalization;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Web.Components.Public.Agreements;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Components.Public;

/// <summary>The names of the records that a page links to, read together.</summary>
public sealed class RecordNames
{
    private readonly Dictionary<(RecordKind Kind, string Id), ShownName> names = [];
    private readonly Dictionary<string, SourceContent> sources = [];
    private readonly IReadOnlyDictionary<string, ShownName>? cities;
    private readonly IReadOnlyDictionary<string, ShownName>? partners;

    /// <summary>Of nothing.</summary>
    public RecordNames()
    {
    }

    /// <param name="cities">By id; more than the page shows.</param>
    /// <param name="partners">The same.</param>
    internal RecordNames(IReadOnlyDictionary<string, ShownName> cities, IReadOnlyDictionary<string, ShownName> partners) => (this.cities, this.partners) = (cities, partners);

    public static Task<RecordNames> LoadAsync(RegistryDbContext db, string language, IEnumerable<RecordContent> contents, CancellationToken cancellation) =>
        LoadAsync(db, language, contents.SelectMany(c => c.References()).Select(r => (r.Kind, r.Id)), cancellation);

    public static async Task<RecordNames> LoadAsync(
        RegistryDbContext db, string language, IEnumerable<(RecordKind Kind, string Id)> records, CancellationToken cancellation)
    {
        var result = new RecordNames();
        await result.AddAsync(db, language, records, cancellation);
        return result;
    }

    internal async Task AddAsync(RegistryDbContext db, string language, IEnumerable<(RecordKind Kind, string Id)> records, CancellationToken cancellation)
    {
        foreach (var group in records.Distinct().GroupBy(r => r.Kind, r => r.Id))
            await AddAsync(db, language, group.Key, [.. group], cancellation);
    }

    /// <summary>The cities and partners that the rows show.</summary>
    public static IEnumerable<(RecordKind Kind, string Id)> In(IEnumerable<ListedAgreement> rows) =>
        rows.SelectMany(r => r.CityIds.Select(id => (RecordKind.City, id)).Concat(r.PartnerIds.Select(id => (RecordKind.Partner, id))));

    public static string Address(RecordKind kind, string id) =>
        kind switch
        {
            RecordKind.Agreement => $"/agreements/{id}",
            RecordKind.City => $"/cities/{id}",
            RecordKind.Partner => $"/partners/{id}",
            RecordKind.Project => $"/projects/{id}",
            RecordKind.Source => $"/sources/{id}",
            _ => $"/capacity/{id}",
        };

    /// <summary>What the record went through.</summary>
    public static string History(RecordKind kind, string id) => Address(kind, id) + "/history";

    /// <summary>What the record said then.</summary>
    public static string Revision(RecordKind kind, string id, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Address(kind, id)}?revision={number}");

    /// <param name="path">Of an address of a record, or below one.</param>
    public static RecordKind KindAt(string path) => Enum.GetValues<RecordKind>().First(kind => path.StartsWith(Address(kind, ""), StringComparison.OrdinalIgnoreCase));

    /// <summary>The name in the language of the page where there is one; the id where the record is not known.</summary>
    public (string Tag, string Text) Of(RecordKind kind, string id) => Find(kind, id) is { } name ? (name.Tag, name.Text) : ("en", id);

    /// <summary>Where the kind does not matter: the name of any record of the id.</summary>
    public string NameOf(string? id) =>
        id is null ? "" : (cities?.GetValueOrDefault(id) ?? partners?.GetValueOrDefault(id) ?? names.FirstOrDefault(n => n.Key.Id == id).Value)?.Text ?? id;

    /// <summary>The name of a city or a partner when the agreement was signed; the one of today where that is not known.</summary>
    public (string Tag, string Text) At(AgreementContent agreement, RecordKind kind, string id) =>
        At(agreement.SigningDays(), kind, id);

    /// <summary>The same of a party.</summary>
    public (string Tag, string Text) At(AgreementContent agreement, Party party) => At(agreement, party.Named().Kind, party.Named().Id);

    /// <summary>The same for an agreement of which only the row is at hand.</summary>
    public (string Tag, string Text) At(ListedAgreement row, RecordKind kind, string id) => At((row.SignedEarliest, row.SignedLatest), kind, id);

    public SourceContent? Source(string id) => sources.GetValueOrDefault(id);

    private (string Tag, string Text) At((DateOnly? First, DateOnly? Last) signing, RecordKind kind, string id) =>
        Find(kind, id) is not { } name ? ("en", id)
        : name.At?.Invoke(signing) is { } then ? (then.Language, then.Text)
        : (name.Tag, name.Text);

    private ShownName? Find(RecordKind kind, string id) =>
        kind switch
        {
            RecordKind.City when cities is not null => cities.GetValueOrDefault(id),
            RecordKind.Partner when partners is not null => partners.GetValueOrDefault(id),
            _ => names.GetValueOrDefault((kind, id)),
        };

    private async Task AddAsync(RegistryDbContext db, string language, RecordKind kind, List<string> ids, CancellationToken cancellation)
    {
        switch (kind)
        {
            case RecordKind.City or RecordKind.Partner:
                foreach (var (id, name) in await ShownName.ReadAsync(db, kind, ids, language, cancellation))
                    names[(kind, id)] = name;
                break;
            case RecordKind.Agreement:
                foreach (var agreement in await db.Agreements.AsSingleQuery().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Content.Title }).ToListAsync(cancellation))
                    Add(kind, agreement.Id, agreement.Title.Best(language));
                break;
            case RecordKind.Project:
                foreach (var project in await db.Projects.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Content.Title }).ToListAsync(cancellation))
                    Add(kind, project.Id, project.Title.Best(language));
                break;
            case RecordKind.Source:
                foreach (var source in await db.Sources.Where(s => ids.Contains(s.Id)).ToListAsync(cancellation))
                {
                    sources[source.Id] = source.Content;
                    Add(kind, source.Id, source.Content.Title.Best(language));
                }

                break;
        }
    }

    private void Add(RecordKind kind, string id, (string Tag, string Text)? name)
    {
        if (name is var (tag, text))
            names[(kind, id)] = new ShownName(tag, text);
    }
}
