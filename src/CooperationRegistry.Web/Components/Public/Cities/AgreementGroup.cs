using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Components.Public.Cities;

/// <summary>Agreements that stand alike, counted in full, and the newest of them.</summary>
/// <param name="Name">Key of its heading, after <c>Group_</c>.</param>
public sealed record AgreementGroup(string Name, int Count, List<ListedAgreement> Newest)
{
    private const int Most = 50;

    private static readonly (string Name, AgreementStatus[] Statuses)[] Groups =
    [
        ("Announced", [AgreementStatus.Sought, AgreementStatus.Announced, AgreementStatus.Approved]),
        ("Running", [AgreementStatus.Signed, AgreementStatus.InForce, AgreementStatus.Suspended]),
        ("Over", [AgreementStatus.Completed, AgreementStatus.Expired, AgreementStatus.Terminated, AgreementStatus.Withdrawn]),
        ("Mentioned", [AgreementStatus.Mentioned]),
    ];

    /// <summary>The group as a list, from the parameter of the status on.</summary>
    public string Query => new QueryBuilder(Groups.First(g => g.Name == Name).Statuses.Select(s => KeyValuePair.Create("status", ContentJson.Name(s)))).ToString()[1..];

    public static async Task<List<AgreementGroup>> LoadAsync(IQueryable<AgreementListing> agreements, IReadOnlyDictionary<AgreementStatus, int> counts, CancellationToken cancellation)
    {
        var groups = new List<AgreementGroup>();
        foreach (var (name, statuses) in Groups)
        {
            var count = statuses.Sum(s => counts.GetValueOrDefault(s));
            if (count > 0)
                groups.Add(new AgreementGroup(name, count, await NewestAsync(agreements.Where(a => statuses.Contains(a.Status)), cancellation)));
        }
        return groups;
    }

    /// <summary>The same, newest first by what decides how each stands, which lists do not know; undated ones last.</summary>
    public AgreementGroup InOrder(IReadOnlyDictionary<string, AgreementContent> contents, DateOnly today) =>
        this with { Newest = [.. Newest.OrderByDescending(l => DayOf(l, contents[l.AgreementId], today)).ThenByDescending(l => l.Number)] };

    private static Task<List<ListedAgreement>> NewestAsync(IQueryable<AgreementListing> agreements, CancellationToken cancellation) =>
        agreements
            .OrderByDescending(a => a.SignedFalling).ThenByDescending(a => a.Number)
            .Take(Most).AsListed().ToListAsync(cancellation);

    private static DateOnly DayOf(ListedAgreement listing, AgreementContent content, DateOnly today)
    {
        var decisive = content.Events.Find(e => e.Key == content.StatusOn(today).EventKey);
        return decisive?.Date?.Earliest ?? decisive?.NotBefore?.Earliest ?? decisive?.Date?.Latest ?? decisive?.NotAfter?.Latest ?? listing.SignedSort ?? DateOnly.MinValue;
    }
}
