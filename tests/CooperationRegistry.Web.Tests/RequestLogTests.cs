using System.Text.Json;
using CooperationRegistry.Web.Logging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Serilog;

namespace CooperationRegistry.Web.Tests;

public sealed class RequestLogTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_writes_one_line_with_its_route_and_nothing_that_a_person_typed()
    {
        var folder = Directory.CreateTempSubdirectory("registry-log-");
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
            builder.AddRegistryLogging(folder.FullName, quiet: true);
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            await using var app = builder.Build();
            app.UseMiddleware<RequestLog>();
            app.MapPost("/people/{name}", () => "done");
            await app.StartAsync(Token);
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            using var form = new FormUrlEncodedContent([new("password", "secret-form")]);
            using var response = await client.PostAsync(new Uri("/people/secret-path?q=secret-query", UriKind.Relative), form, Token);
            await app.StopAsync(Token);
            await Log.CloseAndFlushAsync();

            var log = await File.ReadAllTextAsync(Assert.Single(folder.GetFiles("*.log", SearchOption.AllDirectories)).FullName, Token);
            Assert.DoesNotContain("secret", log, StringComparison.Ordinal);
            var line = Assert.Single(log.Split('\n'), l => l.Contains("RequestLog", StringComparison.Ordinal));
            var properties = JsonDocument.Parse(line).RootElement.GetProperty("Properties");
            Assert.Equal("POST /people/{name} 200", $"{properties.GetProperty("Method")} {properties.GetProperty("Route")} {properties.GetProperty("Status")}");
            Assert.True(properties.GetProperty("Duration").GetInt64() >= 0);
            Assert.NotEmpty(properties.GetProperty("RequestId").GetString()!);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
