using CooperationRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data;

/// <summary>The numbers of agreements, projects, capacity stats and sources: one sequence a noun, never handed out twice.</summary>
internal static class RecordNumbers
{
    public static IEnumerable<string> Sequences => Enum.GetValues<RecordKind>().Where(RecordId.IsNumbered).Select(Sequence);

    public static async Task<string> NextAsync(RegistryDbContext db, RecordKind kind, CancellationToken cancellationToken)
    {
        var sequence = Sequence(kind);
        var number = await db.Database.SqlQuery<long>($"SELECT nextval({sequence}::regclass) AS \"Value\"").SingleAsync(cancellationToken);
        return RecordId.FromNumber(kind, number);
    }

    public static async Task<Queue<string>> NextAsync(RegistryDbContext db, RecordKind kind, int count, CancellationToken cancellationToken)
    {
        var sequence = Sequence(kind);
        var numbers = count == 0 ? [] : await db.Database.SqlQuery<long>($"SELECT nextval({sequence}::regclass) AS \"Value\" FROM generate_series(1, {count})").ToListAsync(cancellationToken);
        return new Queue<string>(numbers.Order().Select(n => RecordId.FromNumber(kind, n)));
    }

    /// <summary>Lifts the sequence to a number that a file brought along.</summary>
    public static async Task RaiseAsync(RegistryDbContext db, RecordKind kind, long number, CancellationToken cancellationToken)
    {
        var sequence = Sequence(kind);
        await db.Database.SqlQuery<long>($"SELECT setval({sequence}::regclass, GREATEST({number}, (SELECT COALESCE(pg_sequence_last_value({sequence}::regclass), 0)))) AS \"Value\"").SingleAsync(cancellationToken);
    }

    private static string Sequence(RecordKind kind) =>
        kind switch
        {
            RecordKind.Source => "source_numbers",
            RecordKind.Agreement => "agreement_numbers",
            RecordKind.Project => "project_numbers",
            RecordKind.CapacityStat => "capacity_stat_numbers",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Cities and partners are named, not numbered."),
        };
}
