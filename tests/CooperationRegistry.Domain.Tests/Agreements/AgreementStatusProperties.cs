using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Values;
using FsCheck;
using FsCheck.Fluent;
using Property = CooperationRegistry.Domain.Tests.Values.Property;

namespace CooperationRegistry.Domain.Tests.Agreements;

public class AgreementStatusProperties
{
    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 500).Select(new DateOnly(2025, 9, 1).AddDays);

    private static readonly Gen<EdtfDate?> Dates = Gen.Frequency(
        (5, Days.Select(day => Edtf($"{day:yyyy-MM-dd}"))),
        (2, Days.Select(day => Edtf($"{day:yyyy-MM}"))),
        (1, Days.Select(day => Edtf($"{day:yyyy}"))),
        (1, Days.Select(day => Edtf($"XXXX-{day:MM-dd}"))),
        (1, Days.Select(day => Edtf($"{day:yyyy-MM-dd}/.."))),
        (1, Days.Select(day => Edtf($"../{day:yyyy-MM-dd}"))),
        (1, Gen.Elements(Edtf("9999"), Edtf("0001"), Edtf("not a date"))),
        (2, Gen.Constant<EdtfDate?>(null)));

    private static readonly Gen<AgreementEvent> Events =
        from kind in Gen.Elements(Enum.GetValues<EventKind>())
        from date in Dates
        from notBefore in Dates
        from notAfter in Dates
        select new AgreementEvent { Kind = kind, Date = date, NotBefore = notBefore, NotAfter = notAfter };

    private static readonly Gen<Term?> Terms = Gen.OneOf(
        Gen.Constant<Term?>(null),
        from end in Dates
        from months in Gen.Elements<int?>(null, 1, 3, 1200)
        from renewal in Gen.Elements<Renewal?>(null, Renewal.None, Renewal.Automatic)
        select (Term?)new Term { End = end, Months = months, Renewal = renewal });

    private static readonly Gen<AgreementContent> Agreements =
        from events in Events.ArrayOf().Resize(6)
        from term in Terms
        from evidence in Gen.Frequency((9, Gen.Constant(Evidence.Reported)), (1, Gen.Constant(Evidence.Mentioned)))
        select new AgreementContent { Events = [.. events.Select((e, i) => Keyed(e, $"e{i + 1}"))], Term = term, Evidence = evidence };

    [Fact]
    public void Status_is_the_same_for_every_order_of_the_events() =>
        Property.Holds(
            from agreement in Agreements
            from shuffled in Gen.Shuffle(agreement.Events.ToArray())
            from today in Days
            select (agreement, shuffled, today),
            it => it.agreement.StatusOn(it.today) == new AgreementContent { Events = [.. it.shuffled], Term = it.agreement.Term, Evidence = it.agreement.Evidence }.StatusOn(it.today));

    [Fact]
    public void Status_holds_until_the_day_it_says() =>
        Property.Holds(
            from agreement in Agreements
            from today in Days
            select (agreement, today),
            it =>
            {
                var reading = it.agreement.StatusOn(it.today);
                var until = reading.ChangesOn ?? DateOnly.MaxValue;
                return until > it.today && DaysAfter(it.today).TakeWhile(day => day < until).All(day => it.agreement.StatusOn(day).Status == reading.Status);
            });

    [Fact]
    public void Agreements_of_every_status_are_tried()
    {
        var seen = (from agreement in Agreements from today in Days select agreement.StatusOn(today).Status).Sample(2_000).ToHashSet();

        Assert.Equal(Enum.GetValues<AgreementStatus>().ToHashSet(), seen);
    }

    // Every day on which the generated dates can change something, and the last there is.
    private static IEnumerable<DateOnly> DaysAfter(DateOnly today) =>
        Enumerable.Range(1, 700).Select(today.AddDays).Append(new DateOnly(2126, 9, 1)).Append(new DateOnly(9998, 12, 31)).Append(DateOnly.MaxValue);

    private static AgreementEvent Keyed(AgreementEvent agreementEvent, string key)
    {
        agreementEvent.Key = key;
        return agreementEvent;
    }

    private static EdtfDate? Edtf(FormattableString text) => Edtf(FormattableString.Invariant(text));

    private static EdtfDate? Edtf(string text) => new(text);
}
