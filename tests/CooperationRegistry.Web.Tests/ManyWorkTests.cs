using CooperationRegistry.Data.Tasks;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Components.Workspace.Tasks;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>Lists of work over two thousand agreements, a quarter in each of four lists.</summary>
public sealed class ManyWorkTests(RegistrySite site) : IClassFixture<RegistrySite>
{
    private const int Agreements = 2000;

    [Fact]
    public async Task Lists_of_a_large_registry_are_counted_whole()
    {
        await site.LoadAsync(TestData.Line("cn-datong", TestData.City("Datong")), TestData.Line("catl", TestData.Partner("CATL")));
        await site.LoadAsync([.. Enumerable.Range(1, Agreements).Select(n => TestData.Line($"CR-{n:D6}", Agreement(n)))]);
        await using var scope = site.Services.CreateAsyncScope();
        var reader = scope.ServiceProvider.GetRequiredService<TaskReader>();
        var totals = await ReadAsync(reader);

        Assert.Equal([Agreements / 4, Agreements / 4, Agreements / 4, WorkLists.NewestRecords, 0], totals);
    }

    private static async Task<int[]> ReadAsync(TaskReader reader) =>
        [.. (await Task.WhenAll(TaskLists.All.Select(list => reader.ReadAsync(list, 0, 20, TestContext.Current.CancellationToken)))).Select(p => p.Total)];

    private static AgreementContent Agreement(int n)
    {
        var agreement = TestData.Agreement($"Memorandum {n}", TestData.CityParty("p1", "cn-datong"), TestData.PartnerParty("p2", "catl"));
        agreement.Events = [TestData.Event("e1", n % 4 == 0 ? EventKind.Announced : EventKind.Signed, $"20{n % 20:D2}-05-17")];
        agreement.Commitments = [new() { Key = "c1", Text = LocalizedText.En("Build it"), Due = n % 4 == 1 ? new EdtfDate("2026-04") : null }];
        agreement.Term = n % 4 == 2 ? new Term { End = new EdtfDate("2026-04-15") } : null;
        return agreement;
    }
}
