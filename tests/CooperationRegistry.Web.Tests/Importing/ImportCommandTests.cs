using System.Diagnostics;
using System.Globalization;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Tests.Importing;

/// <summary><c>./registry import</c>, as a shell sees it.</summary>
public sealed class ImportCommandTests(SampleSite site) : IClassFixture<SampleSite>, IDisposable
{
    private const string List = "title,signed_on,cities\r\nAgreement on kites,2021,Datong\r\nAgreement on balloons,soon,Datong\r\n";

    private readonly string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task Dry_run_says_what_each_line_would_do_and_changes_nothing()
    {
        var before = await CountAsync();
        var (exitCode, output, errors) = await ImportAsync(List, "--dry-run");
        Assert.Equal((1, "1 new, 0 changed, 0 the same, 1 refused."), (exitCode, output.Trim()));
        Assert.Contains($"{Path.GetFileName(file)}:3 signed_on: 'soon' This date cannot be read", errors, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Right_lines_are_published_and_the_others_told()
    {
        var before = await CountAsync();
        var (exitCode, output, _) = await ImportAsync(List.Replace("Agreement on", "Contract on", StringComparison.Ordinal), "--record", "agreement");
        Assert.Equal((1, "1 records published."), (exitCode, output.Trim().Split('\n')[^1]));
        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task List_as_it_is_published_ends_well()
    {
        var list = await site.Client.GetStringAsync(new Uri("/cities.csv", UriKind.Relative), Token);
        var (exitCode, output, errors) = await ImportAsync(list);
        Assert.Equal("", errors);
        Assert.Equal((0, "0 new, 0 changed, 7 the same, 0 refused."), (exitCode, output));
    }

    [Fact]
    public async Task File_with_a_cell_of_more_than_all_memory_is_read()
    {
        await using (var text = File.CreateText(file))
        {
            await text.WriteAsync("title,signed_on,cities\r\n\"");
            for (var i = 0; i < 240; i++)
                await text.WriteAsync(new string('x', 1024 * 1024));
            await text.WriteAsync("\",2021,Datong\r\nAgreement on kites,2021,Datong\r\n");
        }
        // All that the runtime may have, in bytes.
        var (_, output, errors) = await RunAsync(160 * 1024 * 1024, "--dry-run");
        Assert.True(output == "1 new, 0 changed, 0 the same, 1 refused.", output + errors);
    }

    [Theory]
    [InlineData("day\r\n2021\r\n", "kind: This is needed.")]
    [InlineData("\r\n", "file: The file has no line with the names of its columns.")]
    [InlineData("title,colour of the sky\r\nAgreement,blue\r\n", "colour of the sky")]
    public async Task File_that_is_no_list_is_refused(string text, string said)
    {
        var (exitCode, _, errors) = await ImportAsync(text);
        Assert.Equal(1, exitCode);
        Assert.Contains(said, errors, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output, string Errors)> ImportAsync(string text, params string[] options)
    {
        await File.WriteAllTextAsync(file, text, Token);
        return await RunAsync(null, options);
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(int? memory, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RegistryApp).Assembly.Location, "import", file, .. options, "--environment", "Development", $"--ConnectionStrings:Registry={site.Database.Server}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (memory is not null)
            start.Environment["DOTNET_GCHeapHardLimit"] = memory.Value.ToString("X", CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var errors = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, (await output).Trim(), errors.Trim());
    }

    private async Task<int> CountAsync()
    {
        await using var db = await site.OpenAsync();
        return await db.Agreements.CountAsync(Token);
    }
}
