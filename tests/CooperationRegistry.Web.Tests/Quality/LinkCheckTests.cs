using System.Collections.Concurrent;
using System.Net;
using CooperationRegistry.Data.Quality;
using CooperationRegistry.Web.Checking;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CooperationRegistry.Web.Tests.Quality;

/// <summary>A site that may ask addresses of this machine; nothing asks unless a test does.</summary>
public sealed class CheckingSite(TestCluster cluster) : RegistrySite(cluster)
{
    protected override Dictionary<string, string?> Settings => new() { ["LinkCheck:AllowPrivate"] = "true" };
}

/// <summary>Addresses of sources are asked on loopback, none of them twice within a day.</summary>
public sealed class LinkCheckTests(CheckingSite site) : IClassFixture<CheckingSite>, IAsyncLifetime
{
    private readonly ConcurrentBag<string> asked = [];
    private WebApplication others = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        others = builder.Build();
        others.Run(context =>
        {
            asked.Add(context.Request.Path);
            context.Response.StatusCode = context.Request.Path == "/gone" ? 410 : 200;
            return context.Response.WriteAsync("news");
        });
        await others.StartAsync(Token);
    }

    public async ValueTask DisposeAsync() => await others.DisposeAsync();

    [Fact]
    public async Task Each_address_is_asked_once_a_day_and_its_answer_shown()
    {
        var home = others.Urls.First();
        await site.LoadAsync(Source("SR-000001", home + "/fine"), Source("SR-000002", home + "/fine#part"), Source("SR-000003", home + "/gone"), Source("SR-000004", "http://127.0.0.1:9/closed"));
        var checker = site.Services.GetRequiredService<LinkChecker>();

        Assert.Equal(3, await checker.CheckDueAsync(Token));
        Assert.Equal(["/fine", "/gone"], asked.Order());
        Assert.Equal(0, await checker.CheckDueAsync(Token));
        site.Time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, await checker.CheckDueAsync(Token));

        await using var db = await site.OpenAsync();
        var found = await db.LinkChecks.OrderBy(c => c.Url).Select(c => new { Path = new Uri(c.Url).AbsolutePath, c.Status, c.Fault }).ToListAsync(Token);
        Assert.Contains(new { Path = "/fine", Status = (int?)200, Fault = (LinkFault?)null }, found);
        Assert.Contains(new { Path = "/gone", Status = (int?)410, Fault = (LinkFault?)null }, found);
        Assert.Contains(new { Path = "/closed", Status = (int?)null, Fault = (LinkFault?)LinkFault.NotReached }, found);
        Assert.Equal(2, (await db.QualityAsync(Token)).All.BrokenCount);
        Assert.Contains("HTTP 410", (await site.PageAsync("/sources/SR-000003")).Body!.TextContent, StringComparison.Ordinal);

        site.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(3, await checker.CheckDueAsync(Token));
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.20.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("93.184.216.34", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    public void Only_what_anybody_could_ask_is_asked(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddresses.IsPublic(IPAddress.Parse(address)));

    private static string Source(string id, string url)
    {
        var source = TestData.Source("News " + id);
        source.Url = url;
        return TestData.Line(id, source);
    }
}
