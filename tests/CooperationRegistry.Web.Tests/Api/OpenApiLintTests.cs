using System.Diagnostics;
using System.Text.Json;
using CooperationRegistry.Web.Api.Description;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests.Api;

/// <summary>The description of the API passes Spectral's rules for OpenAPI; <c>./test long</c> installs Spectral.</summary>
[Trait("Category", "Long")]
public sealed class OpenApiLintTests(RegistrySite site) : IClassFixture<RegistrySite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Description_has_nothing_to_mend()
    {
        var folder = Directory.CreateTempSubdirectory("openapi-");
        try
        {
            var file = Path.Combine(folder.FullName, "v1.json");
            await File.WriteAllBytesAsync(file, await site.Client.GetByteArrayAsync(new Uri(ApiDescription.Address, UriKind.Relative), Token), Token);
            var faults = await LintAsync(file);
            Assert.True(faults.Count == 0, string.Join('\n', faults));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<string>> LintAsync(string file)
    {
        var tool = Path.Combine(Root(), "tools", "openapi-linter");
        var program = Path.Combine(tool, "node_modules", "@stoplight", "spectral-cli", "dist", "index.js");
        Assert.True(File.Exists(program), "The OpenAPI linter is not installed: run ./test long, which installs it.");
        using var linter = Process.Start(new ProcessStartInfo("node", [program, "lint", file, "--ruleset", Path.Combine(tool, ".spectral.json"), "--format", "json", "--quiet"])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await linter.StandardOutput.ReadToEndAsync(Token);
        await linter.WaitForExitAsync(Token);
        using var report = JsonDocument.Parse(output);
        return [.. report.RootElement.EnumerateArray().Select(f => $"{string.Join('/', f.GetProperty("path").EnumerateArray())}: {f.GetProperty("code")} {f.GetProperty("message")}")];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CooperationRegistry.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
