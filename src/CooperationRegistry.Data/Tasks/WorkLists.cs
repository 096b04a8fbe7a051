using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Tasks;

/// <summary>What waits in the published registry, the same for every editor. Each list is narrowed in the store and read a part at a time.</summary>
public sealed class WorkLists(IDbContextFactory<RegistryDbContext> contexts, TimeProvider time)
{
    /// <summary>How far ahead due dates and ends of terms are looked for.</summary>
    public const int DaysAhead = 90;

    /// <summary>How many records are looked at for facts without a source.</summary>
    public const int NewestRecords = 500;

    private static readonly AgreementStatus[] NotYetSigned = [AgreementStatus.Sought, AgreementStatus.Announced, AgreementStatus.Approved];

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Agreements sought, announced or approved whose signing no source supports; the oldest first, those without a year last.</summary>
    public async Task<WorkList> UnsignedAsync(int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var announced = db.AgreementListings.Where(l => NotYetSigned.Contains(l.Status)).Select(l => l.AgreementId);
        var found = db.Agreements
            .AsNoTracking()
            .Where(a => announced.Contains(a.Id))
            .Select(a => new { a.Id, a.Content.Evidence, a.Content.Events, a.Content.Citations });
        var part = new Part<UnsignedLine>(line => Begun(line.Event), skip, take);
        await foreach (var a in found.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (Unsigned(a.Id, new AgreementContent { Evidence = a.Evidence, Events = a.Events, Citations = a.Citations }) is { } line)
                part.Add(line);
        }
        return part.ToList();
    }

    /// <summary>Commitments with an open outcome that are overdue or due within <see cref="DaysAhead"/>, the longest overdue first.</summary>
    public async Task<WorkList> DueAsync(int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = Today.AddDays(DaysAhead);
        var dated = db.Agreements
            .FromSql($"SELECT * FROM agreements WHERE EXISTS (SELECT FROM jsonb_array_elements(commitments) c WHERE c->>'due' IS NOT NULL AND c->>'outcome' = 'open')")
            .AsNoTracking()
            .Select(a => new { a.Id, a.Content.Commitments });
        var due = new Part<DueLine>(line => line.Commitment.Due!.Latest, skip, take);
        await foreach (var agreement in dated.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var commitment in agreement.Commitments.Where(c => c.Outcome == Outcome.Open && c.Due?.Latest <= last))
                due.Add(new DueLine(agreement.Id, commitment, []));
        }
        var part = due.ToList();
        return part with { Lines = await WithPromisersAsync(db, part.Lines.Cast<DueLine>(), cancellationToken) };
    }

    /// <summary>Running agreements whose term ends within <see cref="DaysAhead"/> and does not renew itself, the next first.</summary>
    public async Task<WorkList> EndingAsync(int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (today, last) = (Today, Today.AddDays(DaysAhead));
        // The day after a running term is the latest on which its status changes; a suspended one waits for no day.
        var running = db.AgreementListings
            .Where(l => ((l.Status == AgreementStatus.Signed || l.Status == AgreementStatus.InForce) && l.StatusChangesOn <= last.AddDays(1)) || l.Status == AgreementStatus.Suspended)
            .Select(l => l.AgreementId);
        var terms = db.Agreements
            .AsNoTracking()
            .Where(a => running.Contains(a.Id) && a.Content.Term != null)
            .Select(a => new { a.Id, a.Content.Term, a.Content.Events });
        var ending = new Part<EndingLine>(line => line.End, skip, take);
        await foreach (var agreement in terms.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (new AgreementContent { Term = agreement.Term, Events = agreement.Events }.TermEnd() is { } end && end >= today && end <= last)
                ending.Add(new EndingLine(agreement.Id, end, IsExact(agreement.Term!, agreement.Events), agreement.Term!));
        }
        return ending.ToList();
    }

    /// <summary>Records with facts that no citation supports, those with most first; among the <see cref="NewestRecords"/> published last.</summary>
    public async Task<WorkList> UnsupportedAsync(int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = await UnsupportedFacts.AmongNewestAsync(db, NewestRecords, cancellationToken);
        return new WorkList([.. lines.OrderByDescending(l => l.Facts.Count).ThenBy(l => l.Kind).ThenBy(l => l.Id, StringComparer.Ordinal).Skip(skip).Take(take)], lines.Count);
    }

    /// <summary>Figures of what is or was there without a date: capacities of cities, observed indicators, capacities of projects.</summary>
    public async Task<WorkList> UndatedAsync(int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stats = await db.CapacityStats.AsNoTracking().Where(s => s.Content.AsOf == null).ToListAsync(cancellationToken);
        var cities = await db.Cities
            .FromSql($"SELECT * FROM cities WHERE EXISTS (SELECT FROM jsonb_array_elements(figures) f WHERE f->>'date' IS NULL AND f->>'nature' = 'observed')")
            .AsNoTracking()
            .Select(c => new { c.Id, c.Content.Figures })
            .ToListAsync(cancellationToken);
        var projects = await db.Projects
            .FromSql($"SELECT * FROM projects WHERE EXISTS (SELECT FROM jsonb_array_elements(capacities) c WHERE c->>'date' IS NULL)")
            .AsNoTracking()
            .Select(p => new { p.Id, p.Content.Capacities })
            .ToListAsync(cancellationToken);
        List<UndatedLine> lines =
        [
            .. stats.Select(s => new UndatedStatLine(s.Id, s.Content)).OrderBy(l => l.Stat.City, StringComparer.Ordinal).ThenBy(l => l.Id, StringComparer.Ordinal),
            .. cities.OrderBy(c => c.Id, StringComparer.Ordinal).SelectMany(c => c.Figures.Where(f => f.Date is null && f.Nature == FigureNature.Observed).Select(f => new UndatedFigureLine(c.Id, f))),
            .. projects.OrderBy(p => RecordId.NumberOf(p.Id)).SelectMany(p => p.Capacities.Where(c => c.Date is null).Select(c => new UndatedCapacityLine(p.Id, c))),
        ];
        return new WorkList([.. lines.Skip(skip).Take(take)], lines.Count);
    }

    private UnsignedLine? Unsigned(string id, AgreementContent agreement)
    {
        // The row may be some minutes behind the calendar.
        var status = agreement.StatusOn(Today);
        var isSigned = agreement.Events.Exists(e => e.Kind == EventKind.Signed && agreement.IsSupported($"events/{e.Key}"));
        return isSigned || !NotYetSigned.Contains(status.Status) ? null : new UnsignedLine(id, status.Status, agreement.Events.Find(e => e.Key == status.EventKey)!);
    }

    private static DateOnly? Begun(AgreementEvent e) => e.Date?.Earliest ?? e.NotBefore?.Earliest ?? e.Date?.Latest ?? e.NotAfter?.Latest;

    private static bool IsExact(Term term, List<AgreementEvent> events) =>
        term.End is { } end
            ? IsOneDay(end)
            : events.Where(e => e.Kind is EventKind.InForce or EventKind.Signed).All(e => e.Date is { } date && IsOneDay(date));

    private static bool IsOneDay(EdtfDate date) => date is { Precision: EdtfPrecision.Day, IsApproximate: false, IsUncertain: false };

    private static async Task<IReadOnlyList<WorkLine>> WithPromisersAsync(RegistryDbContext db, IEnumerable<DueLine> lines, CancellationToken cancellationToken)
    {
        var due = lines.ToList();
        var ids = due.Select(l => l.Id).Distinct().ToList();
        var parties = await db.Agreements.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Content.Parties }).ToDictionaryAsync(a => a.Id, a => a.Parties, cancellationToken);
        return due.ConvertAll(line => line with { PromisedBy = [.. line.Commitment.PromisedBy.Select(key => parties[line.Id].Find(p => p.Key == key)).OfType<Party>()] });
    }

    /// <summary>The lines that come first by date, undated ones last, of any number of which the others are counted and not kept.</summary>
    private sealed class Part<TLine>(Func<TLine, DateOnly?> date, int skip, int take)
        where TLine : WorkLine
    {
        private const int Slack = 1000;

        private List<TLine> first = [];
        private int count;

        public void Add(TLine line)
        {
            first.Add(line);
            count++;
            if (first.Count > skip + take + Slack)
                first = [.. InOrder().Take(skip + take)];
        }

        public WorkList ToList() => new([.. InOrder().Skip(skip).Take(take)], count);

        private IEnumerable<TLine> InOrder() => first.OrderBy(l => date(l) ?? DateOnly.MaxValue).ThenBy(l => RecordId.NumberOf(l.Id));
    }
}
