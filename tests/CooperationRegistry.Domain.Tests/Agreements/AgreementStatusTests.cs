using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Tests.Agreements;

public class AgreementStatusTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("signed XXXX-10-19", AgreementStatus.Signed)]
    [InlineData("announced 2014-12-04", AgreementStatus.Announced)]
    [InlineData("sought", AgreementStatus.Sought)]
    [InlineData("announced | approved | signed", AgreementStatus.Signed)]
    [InlineData("signed 2020 | announced 2019", AgreementStatus.Signed)]
    [InlineData("signed | announced 2019", AgreementStatus.Signed)]
    [InlineData("suspended 2021 | resumed 2022", AgreementStatus.InForce)]
    [InlineData("resumed 2021 | suspended 2022", AgreementStatus.Suspended)]
    [InlineData("signed 2020-05 | inForce 2020", AgreementStatus.InForce)]
    [InlineData("signed 2020 | renewed 2023", AgreementStatus.InForce)]
    [InlineData("signed 2020 | amended 2024", AgreementStatus.Signed)]
    [InlineData("signed 2020 | statement 2024 | visit 2025 | cooperation 2026", AgreementStatus.Signed)]
    [InlineData("signed 2020 | terminated 2024", AgreementStatus.Terminated)]
    [InlineData("terminated 2020 | signed 2024", AgreementStatus.Signed)]
    [InlineData("announced 2014 | withdrawn", AgreementStatus.Withdrawn)]
    [InlineData("completed 2024 | signed 2020", AgreementStatus.Completed)]
    [InlineData("expired 2024 | signed 2020", AgreementStatus.Expired)]
    [InlineData("visit 2025", AgreementStatus.Mentioned)]
    public void Status_is_that_of_the_latest_event_that_sets_one(string events, AgreementStatus expected)
    {
        var reading = Agreement(events).StatusOn(Today);

        Assert.Equal((expected, (DateOnly?)null), (reading.Status, reading.ChangesOn));
    }

    [Fact]
    public void Mention_is_never_counted_as_signed()
    {
        var agreement = Agreement("signed 2020");
        agreement.Evidence = Evidence.Mentioned;

        Assert.Equal(new StatusReading(AgreementStatus.Mentioned, null, null), agreement.StatusOn(Today));
    }

    [Fact]
    public void Event_that_lies_ahead_counts_from_its_first_day()
    {
        var agreement = Agreement("announced 2026-01 | signed 2026-12");

        Assert.Equal(new StatusReading(AgreementStatus.Announced, "e1", new DateOnly(2026, 12, 1)), agreement.StatusOn(Today));
        Assert.Equal(new StatusReading(AgreementStatus.Signed, "e2", null), agreement.StatusOn(new DateOnly(2026, 12, 1)));
    }

    [Fact]
    public void Bounds_date_an_event_that_has_no_date()
    {
        var agreement = Agreement("signed | terminated 2015");
        agreement.Events[0].NotBefore = new EdtfDate("2016");

        Assert.Equal(AgreementStatus.Signed, agreement.StatusOn(Today).Status);
    }

    [Theory]
    [InlineData("signed 2020", "2025", null, null, AgreementStatus.Expired, null)]
    [InlineData("signed 2020", "2026-11-22", null, null, AgreementStatus.Signed, "2026-11-23")]
    [InlineData("signed 2020-03-15", null, 60, null, AgreementStatus.Expired, null)]
    [InlineData("signed 2024-03-15", null, 60, null, AgreementStatus.Signed, "2029-03-16")]
    [InlineData("signed 2024-03-15 | suspended 2030-01-01", null, 120, null, AgreementStatus.Signed, "2030-01-01")]
    [InlineData("signed 2020 | renewed 2024", "2025", null, null, AgreementStatus.InForce, null)]
    [InlineData("signed 2020", "2025", null, Renewal.Automatic, AgreementStatus.Signed, null)]
    [InlineData("signed 2020 | terminated 2022", "2025", null, null, AgreementStatus.Terminated, null)]
    [InlineData("signed XXXX-10-19", null, 12, null, AgreementStatus.Signed, null)]
    [InlineData("signed 2020", "9999", null, null, AgreementStatus.Signed, null)]
    [InlineData("signed 9999-01-01/9999", null, 1200, null, AgreementStatus.Mentioned, "9999-01-01")]
    public void Term_ends_what_is_signed_or_in_force(string events, string? end, int? months, Renewal? renewal, AgreementStatus expected, string? changesOn)
    {
        var agreement = Agreement(events);
        agreement.Term = new Term { End = end is null ? null : new EdtfDate(end), Months = months, Renewal = renewal };

        var reading = agreement.StatusOn(Today);

        Assert.Equal((expected, changesOn), (reading.Status, reading.ChangesOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    // "signed 2020-05 | visit": kind and date of each event.
    private static AgreementContent Agreement(string events) =>
        Contents.Agreement(a => a.Events =
        [
            .. events.Split(" | ").Select((text, i) => new AgreementEvent
            {
                Key = $"e{i + 1}",
                Kind = Enum.Parse<EventKind>(text.Split(' ')[0], ignoreCase: true),
                Date = text.Split(' ') is [_, var date] ? new EdtfDate(date) : null,
            }),
        ]);
}
