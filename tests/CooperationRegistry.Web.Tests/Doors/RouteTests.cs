using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Doors;

/// <summary>Who may enter where, endpoint by endpoint. An endpoint without a line in <see cref="RouteTable"/> fails, and so does a line without one.</summary>
public sealed class RouteTests(People site) : IClassFixture<People>
{
    public static TheoryData<string> Routes => new(RouteTable.Doors.Select(d => d.Route));

    [Fact]
    public void Every_endpoint_has_its_line_and_every_line_its_endpoint()
    {
        var endpoints = Endpoints().Select(e => IsAsset(e) ? RouteTable.StaticAssets : RouteTable.NameOf(e)).Distinct().ToList();
        var lines = RouteTable.Doors.Select(d => d.Route).ToList();
        Assert.Equal(lines.Distinct(), lines);
        Assert.True(endpoints.Except(lines).FirstOrDefault() is null, $"Add to RouteTable: {string.Join(", ", endpoints.Except(lines))}");
        Assert.True(lines.Except(endpoints).FirstOrDefault() is null, $"No endpoint has: {string.Join(", ", lines.Except(endpoints))}");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Door_lets_in_those_it_is_for_and_refuses_all_others(string route)
    {
        var door = RouteTable.Doors.Single(d => d.Route == route);
        if (route != RouteTable.StaticAssets)
            Assert.True(new TemplateMatcher(TemplateParser.Parse(door.Pattern), []).TryMatch(door.Address, []), $"{door.Address} is not of {door.Pattern}");
        foreach (var person in Enum.GetValues<Entrance>())
        {
            using var answer = await site.AskAsync(person, door.Method, door.Address);
            Assert.Equal((person, ExpectedAnswer(door, person)), (person, Describe(answer)));
        }
    }

    [Fact]
    public async Task Static_asset_is_for_everybody()
    {
        var assets = Endpoints().Where(IsAsset).Select(e => e.RoutePattern.RawText!).Distinct().ToList();
        Assert.NotEmpty(assets);
        foreach (var asset in assets)
        {
            using var answer = await site.AskAsync(Entrance.Everybody, "GET", "/" + asset.TrimStart('/'));
            Assert.Equal((asset, "200"), (asset, Describe(answer)));
        }
    }

    private static string ExpectedAnswer(Door door, Entrance person)
    {
        if (door.Entrance == Entrance.Key && person != Entrance.Key)
            return "401";
        if (person == Entrance.Key && door.Entrance != Entrance.Key)
            person = Entrance.Everybody;
        if (person >= door.Entrance)
            return $"{door.Answer} {door.LeadsTo}".Trim();
        return (person, door.IsForPrograms) switch
        {
            (Entrance.Everybody, true) => "401",
            (_, true) => "403",
            (Entrance.Everybody, false) => "302 /account/sign-in?returnUrl",
            _ => "302 /account/denied?returnUrl",
        };
    }

    // Where a refusal leads, without the address it comes from.
    private static string Describe(HttpResponseMessage answer)
    {
        var leadsTo = answer.Headers.Location is { } location ? new Uri(answer.RequestMessage!.RequestUri!, location).PathAndQuery.Split('=')[0] : null;
        return $"{(int)answer.StatusCode} {leadsTo}".Trim();
    }

    private static bool IsAsset(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private IEnumerable<RouteEndpoint> Endpoints() =>
        site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ISuppressMatchingMetadata>() is null);
}
