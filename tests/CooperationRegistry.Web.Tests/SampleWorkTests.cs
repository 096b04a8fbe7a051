using CooperationRegistry.Web.Components.Workspace.Tasks;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>The sample registry as an editor finds it.</summary>
public sealed class SampleWorkTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Theory]
    [InlineData(TaskList.Announced, "CR-000004 4\u202f105 days", "CR-000003 no date")]
    [InlineData(TaskList.Due)]
    [InlineData(TaskList.Ending)]
    [InlineData(TaskList.Undated, "CS-000003", "cn-changzhi", "cn-changzhi", "dk-copenhagen", "PR-000005")]
    [InlineData(TaskList.Unsourced, "CR-000001 1 fact", "CR-000002 1 fact", "CR-000003 1 fact", "CR-000004 1 fact", "CR-000005 1 fact", "CR-000006 1 fact", "PR-000002 1 fact", "PR-000003 1 fact", "PR-000004 1 fact")]
    public async Task Sample_leaves_open_what_its_sources_do(TaskList list, params string[] expected)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var part = await scope.ServiceProvider.GetRequiredService<TaskReader>().ReadAsync(list, 0, 100, TestContext.Current.CancellationToken);

        Assert.Equal(expected.Length, part.Total);
        Assert.Equal(expected, part.Rows.Zip(expected, (row, wanted) => wanted.Contains(' ') ? $"{row.Id} {row.Measure}" : row.Id));
    }
}
