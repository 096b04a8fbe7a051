using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Quality;

public static class QualityReports
{
    private const int MostCities = 200;

    public static async Task<QualityReport> QualityAsync(this RegistryDbContext db, CancellationToken cancellationToken)
    {
        var all = await db.Database.SqlQuery<QualityCounts>($"""
            SELECT count(*)::int AS "Records", coalesce(sum(fact_count), 0)::int AS "FactCount", coalesce(sum(unsupported_count), 0)::int AS "UnsupportedCount",
              coalesce(sum(date_count), 0)::int AS "DateCount", coalesce(sum(yearless_count), 0)::int AS "YearlessCount",
              (SELECT count(*)::int FROM agreement_listings WHERE status IN ('sought', 'announced', 'approved')) AS "UnsignedCount",
              (SELECT min(c.checked_at) FROM sources s JOIN link_checks c ON c.url = split_part(s.url, '#', 1)) AS "OldestCheck",
              (SELECT count(*)::int FROM sources s JOIN link_checks c ON c.url = split_part(s.url, '#', 1) WHERE c.fault IS NOT NULL OR c.status >= 400) AS "BrokenCount",
              (SELECT count(*)::int FROM sources s LEFT JOIN link_checks c ON c.url = split_part(s.url, '#', 1) WHERE s.url IS NOT NULL AND c.url IS NULL) AS "UncheckedCount"
            FROM record_qualities
            """).SingleAsync(cancellationToken);
        var cities = await db.Database.SqlQuery<CityCounts>($"""
            WITH placed AS (
              SELECT city, q.kind, q.fact_count, q.unsupported_count, q.date_count, q.yearless_count, q.source_ids, l.status
              FROM record_qualities q
              LEFT JOIN agreement_listings l ON q.kind = 'agreement' AND l.agreement_id = q.record_id
              CROSS JOIN LATERAL unnest(CASE WHEN q.kind = 'agreement' THEN l.city_scope ELSE q.city_ids END) AS city),
            cited AS (
              SELECT p.city, min(c.checked_at) AS oldest, count(*) FILTER (WHERE c.fault IS NOT NULL OR c.status >= 400)::int AS broken, count(*) FILTER (WHERE c.url IS NULL)::int AS unasked
              FROM (SELECT DISTINCT city, unnest(source_ids) AS source FROM placed) p
              JOIN sources s ON s.id = p.source AND s.url IS NOT NULL
              LEFT JOIN link_checks c ON c.url = split_part(s.url, '#', 1)
              GROUP BY p.city)
            SELECT city AS "CityId", count(*)::int AS "Records", sum(fact_count)::int AS "FactCount", sum(unsupported_count)::int AS "UnsupportedCount", sum(date_count)::int AS "DateCount",
              sum(yearless_count)::int AS "YearlessCount", count(*) FILTER (WHERE status IN ('sought', 'announced', 'approved'))::int AS "UnsignedCount",
              min(cited.oldest) AS "OldestCheck", coalesce(min(cited.broken), 0) AS "BrokenCount", coalesce(min(cited.unasked), 0) AS "UncheckedCount", (count(*) OVER ())::int AS "CityCount"
            FROM placed LEFT JOIN cited USING (city)
            GROUP BY city ORDER BY sum(unsupported_count) DESC, count(*) DESC, city LIMIT {MostCities}
            """).ToListAsync(cancellationToken);
        var (suspected, byCity) = await SuspectedPairs.FindAsync(db, cancellationToken);
        return new QualityReport(all, [.. cities.Select(c => new CityQuality(c.CityId, c.Counts, byCity.GetValueOrDefault(c.CityId)))], cities.Count == 0 ? 0 : cities[0].CityCount, suspected);
    }

    private sealed record CityCounts(
        string CityId, int Records, int FactCount, int UnsupportedCount, int DateCount, int YearlessCount, int UnsignedCount, DateTimeOffset? OldestCheck, int BrokenCount, int UncheckedCount, int CityCount)
    {
        public QualityCounts Counts => new()
        {
            Records = Records,
            FactCount = FactCount,
            UnsupportedCount = UnsupportedCount,
            DateCount = DateCount,
            YearlessCount = YearlessCount,
            UnsignedCount = UnsignedCount,
            OldestCheck = OldestCheck,
            BrokenCount = BrokenCount,
            UncheckedCount = UncheckedCount,
        };
    }
}
