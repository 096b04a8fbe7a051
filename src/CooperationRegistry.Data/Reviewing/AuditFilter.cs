using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain.Reviewing;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Reviewing;

/// <summary>Which entries of the log an administrator wants to see; what is null is not asked for.</summary>
/// <param name="Actor">A part of the name.</param>
/// <param name="Action">As it is kept: <c>record.published</c>.</param>
/// <param name="Subject">A part of it.</param>
/// <param name="From">The first day, in UTC.</param>
/// <param name="To">The last day, in UTC.</param>
/// <param name="Before">The number of the entry that the page before ended with.</param>
public sealed record AuditFilter(string? Actor, string? Action, string? Subject, DateOnly? From, DateOnly? To, long? Before);

public static class AuditQueries
{
    /// <summary>Newest first.</summary>
    public static IQueryable<AuditEntry> Matching(this IQueryable<AuditEntry> entries, AuditFilter filter)
    {
        if (filter.Actor is { } actor)
            entries = entries.Where(e => EF.Functions.ILike(e.Actor, SearchPattern.Containing(actor)));
        if (filter.Action is { } action)
            entries = entries.Where(e => e.Action == action);
        if (filter.Subject is { } subject)
            entries = entries.Where(e => EF.Functions.ILike(e.Subject, SearchPattern.Containing(subject)));
        if (filter.From is { } from)
            entries = entries.Where(e => e.At >= Midnight(from));
        if (filter.To is { } to)
            entries = entries.Where(e => e.At < Midnight(to.AddDays(1)));
        if (filter.Before is { } before)
            entries = entries.Where(e => e.Number < before);
        return entries.OrderByDescending(e => e.Number);
    }

    /// <summary>The actions that there are entries of. From one to the next by the index, not through the whole table.</summary>
    public static IQueryable<string> AuditActions(this RegistryDbContext db) =>
        db.Database.SqlQuery<string>($"""
            WITH RECURSIVE known(action) AS (
              (SELECT action FROM audit_entries ORDER BY action LIMIT 1)
              UNION ALL
              SELECT (SELECT e.action FROM audit_entries e WHERE e.action > known.action ORDER BY e.action LIMIT 1) FROM known WHERE known.action IS NOT NULL
            )
            SELECT action AS "Value" FROM known WHERE action IS NOT NULL
            """);

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
