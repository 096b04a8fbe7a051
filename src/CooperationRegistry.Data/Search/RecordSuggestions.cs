using CooperationRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Search;

/// <param name="Content">For what tells it from others of the same name, in the reader's words.</param>
public sealed record Suggestion(RecordKind Kind, string Id, string Name, RecordContent Content);

/// <summary>Records whose name, in any variant or script, holds what is being typed.</summary>
public sealed class RecordSuggestions(IDbContextFactory<RegistryDbContext> contexts)
{
    public async Task<IReadOnlyList<Suggestion>> FindAsync(string typed, IReadOnlyCollection<RecordKind> kinds, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pattern = SearchPattern.Containing(typed);
        var found = new List<Suggestion>();
        if (kinds.Contains(RecordKind.City))
        {
            var cities = await db.Cities.FromSql($"SELECT * FROM cities WHERE EXISTS (SELECT FROM jsonb_array_elements(names) n WHERE n->>'text' ILIKE {pattern})").AsNoTracking().OrderBy(c => c.Id).Take(most).ToListAsync(cancellationToken);
            found.AddRange(cities.Select(c => new Suggestion(RecordKind.City, c.Id, RecordTitles.Of(c.Content, "en"), c.Content)));
        }
        if (kinds.Contains(RecordKind.Partner))
        {
            var partners = await db.Partners.FromSql($"SELECT * FROM partners WHERE EXISTS (SELECT FROM jsonb_array_elements(names) n WHERE n->>'text' ILIKE {pattern})").AsNoTracking().OrderBy(p => p.Id).Take(most).ToListAsync(cancellationToken);
            found.AddRange(partners.Select(p => new Suggestion(RecordKind.Partner, p.Id, RecordTitles.Of(p.Content, "en"), p.Content)));
        }
        if (kinds.Contains(RecordKind.Source))
        {
            var sources = await db.Sources.FromSql($"SELECT * FROM sources WHERE title::text ILIKE {pattern} OR publisher ILIKE {pattern} OR url ILIKE {pattern}").AsNoTracking().OrderBy(s => s.Id).Take(most).ToListAsync(cancellationToken);
            found.AddRange(sources.Select(s => new Suggestion(RecordKind.Source, s.Id, RecordTitles.Of(s.Content, "en"), s.Content)));
        }
        return [.. found.OrderBy(s => !s.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).ThenBy(s => s.Name, StringComparer.OrdinalIgnoreCase).Take(most)];
    }
}
