using CooperationRegistry.Data;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests.Site;

/// <summary>How many rows every table has, and which of their versions: the same before and after where nothing was stored.</summary>
public static class TableCounts
{
    public static Task<List<string>> ReadAsync(RegistryDbContext db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<string>($"""
            SELECT table_name || ' ' || (xpath('//count/text()', query_to_xml(format('SELECT count(*) || '':'' || coalesce(max(xmin::text::bigint), 0) AS count FROM %I', table_name), false, true, '')))[1]::text AS "Value"
            FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
            ORDER BY 1
            """).ToListAsync(cancellationToken);
}
