using System.Diagnostics;

namespace CooperationRegistry.Web.Tests;

/// <summary>The program as a shell sees it: exit code and standard error.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"cooperation-registry-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_data))
            Directory.Delete(_data, recursive: true);
    }

    [Theory]
    [InlineData("--prot", "80")]
    [InlineData("load")]
    [InlineData("user", "add", "editor@example.org")]
    [InlineData("audit", "verify", "--head", "12")]
    [InlineData("audit", "verify", "--head", "12:abc")]
    [InlineData("user", "add", "editor@example.org", "--role", "King")]
    public async Task Wrong_usage_ends_with_two_and_names_the_help(params string[] arguments)
    {
        var (exitCode, output, errors) = await RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.EndsWith("--help lists what can be given.", errors.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_binaries_end_with_one_sentence_and_one()
    {
        var (exitCode, output, errors) = await RunAsync("migrate", "--Postgres:Bin=/nowhere");

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.StartsWith("The setting Postgres__Bin names /nowhere, which", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Migrate_without_the_owner_of_a_database_of_ones_own_is_refused()
    {
        var (exitCode, _, errors) = await RunAsync("migrate", "--ConnectionStrings:Registry=Host=localhost;Username=registry_server");

        Assert.Equal(1, exitCode);
        Assert.Contains("ConnectionStrings__RegistryOwner", errors, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RegistryApp).Assembly.Location, .. arguments, "--data", _data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, errors);
    }
}
