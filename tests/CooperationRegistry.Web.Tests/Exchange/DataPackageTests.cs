using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using CooperationRegistry.Web.Tests.Filling;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests.Exchange;

/// <summary>The package is what its standard says, row by row, by the standard's own library, which <c>./test long</c> installs.</summary>
[Trait("Category", "Long")]
public abstract class DataPackageTests(RegistrySite site)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Package_and_every_row_are_valid()
    {
        var folder = Directory.CreateTempSubdirectory("package-");
        try
        {
            await using (var zip = await site.Client.GetStreamAsync(new Uri("/data/registry.zip", UriKind.Relative), Token))
                await ZipFile.ExtractToDirectoryAsync(zip, folder.FullName, Token);
            var report = (await CheckAsync(Path.Combine(folder.FullName, "datapackage.json"))).Trim();
            Assert.True(Regex.IsMatch(report, "^[0-9]{2} resources, [1-9][0-9]* rows, [1-9][0-9]+ keys, 0 faults$"), report);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> CheckAsync(string package)
    {
        var tool = Path.Combine(Root(), "tools", "data-package");
        Assert.True(Directory.Exists(Path.Combine(tool, "node_modules", "datapackage")), "The checker of data packages is not installed: run ./test long, which installs it.");
        using var checker = Process.Start(new ProcessStartInfo("node", [Path.Combine(tool, "check.mjs"), package]) { RedirectStandardOutput = true })!;
        var output = await checker.StandardOutput.ReadToEndAsync(Token);
        await checker.WaitForExitAsync(Token);
        Assert.Equal(0, checker.ExitCode);
        return output;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CooperationRegistry.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}

public sealed class SampleDataPackageTests(SampleSite site) : DataPackageTests(site), IClassFixture<SampleSite>;

[Collection(nameof(FilledSite))]
public sealed class FilledDataPackageTests(FilledSite site) : DataPackageTests(site);
