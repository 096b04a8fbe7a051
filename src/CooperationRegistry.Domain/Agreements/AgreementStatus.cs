namespace CooperationRegistry.Domain.Agreements;

public enum AgreementStatus
{
    Mentioned,
    Sought,
    Announced,
    Approved,
    Signed,
    InForce,
    Suspended,
    Completed,
    Expired,
    Terminated,
    Withdrawn,
}

/// <param name="EventKey">The event that decides; null where the evidence or the term does.</param>
/// <param name="ChangesOn">The first day on which the calendar alone changes it; null where only an edit can.</param>
public sealed record StatusReading(AgreementStatus Status, string? EventKey, DateOnly? ChangesOn);

/// <summary>Nobody types a status: it is read from the events, then from the term.</summary>
public static class AgreementStatuses
{
    public static AgreementStatus? SetBy(EventKind kind) =>
        kind switch
        {
            EventKind.Sought => AgreementStatus.Sought,
            EventKind.Announced => AgreementStatus.Announced,
            EventKind.Approved => AgreementStatus.Approved,
            EventKind.Signed => AgreementStatus.Signed,
            EventKind.InForce or EventKind.Renewed or EventKind.Resumed => AgreementStatus.InForce,
            EventKind.Suspended => AgreementStatus.Suspended,
            EventKind.Completed => AgreementStatus.Completed,
            EventKind.Expired => AgreementStatus.Expired,
            EventKind.Terminated => AgreementStatus.Terminated,
            EventKind.Withdrawn => AgreementStatus.Withdrawn,
            _ => null,
        };

    public static StatusReading StatusOn(this AgreementContent agreement, DateOnly today)
    {
        if (agreement.Evidence == Evidence.Mentioned)
            return new StatusReading(AgreementStatus.Mentioned, null, null);

        var standing = agreement.Events.Where(e => SetBy(e.Kind) is not null).ToList();
        var decisive = Latest(standing.Where(e => !(Start(e) > today)).ToList());
        // Events that lie ahead say nothing yet; the first of them is when the status is due to be read again.
        var next = standing.Select(Start).Where(d => d > today).Min();
        if (decisive is null)
            return new StatusReading(AgreementStatus.Mentioned, null, next);

        var status = SetBy(decisive.Kind)!.Value;
        if (status is not (AgreementStatus.Signed or AgreementStatus.InForce) || agreement.TermEnd() is not { } end)
            return new StatusReading(status, decisive.Key, next);
        if (end < today)
            return new StatusReading(AgreementStatus.Expired, null, next);
        DateOnly? over = end < DateOnly.MaxValue ? end.AddDays(1) : null;
        return new StatusReading(status, decisive.Key, next is null || over < next ? over : next);
    }

    /// <summary>The last day of the term; null where there is none, it is not dated, or it was or will be renewed.</summary>
    public static DateOnly? TermEnd(this AgreementContent agreement)
    {
        if (agreement.Term is not { } term || term.Renewal == Renewal.Automatic || agreement.Events.Exists(e => e.Kind == EventKind.Renewed))
            return null;
        if (term.End is { } end)
            return end.Latest;
        var start = agreement.Events.Where(e => e.Kind is EventKind.InForce or EventKind.Signed).Select(End).Max();
        return term.Months is { } months && start < DateOnly.MaxValue.AddMonths(-months) ? start.Value.AddMonths(months) : null;
    }

    // Dates are spans, so "latest" is: not wholly before any other. Among those, the order of EventKind decides.
    // This makes the answer the same for every order of the list.
    private static AgreementEvent? Latest(List<AgreementEvent> events) =>
        events
            .Where(e => !events.Exists(other => End(e) < Start(other)))
            .OrderByDescending(e => e.Kind)
            .ThenBy(e => e.Key, StringComparer.Ordinal)
            .FirstOrDefault();

    private static DateOnly? Start(AgreementEvent e) => e.Date?.Earliest ?? e.NotBefore?.Earliest;

    private static DateOnly? End(AgreementEvent e) => e.Date?.Latest ?? e.NotAfter?.Latest;
}
