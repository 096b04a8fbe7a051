using System.Diagnostics;
using System.Globalization;
using System.Text;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Importing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Importing;

/// <summary>The server is killed as by kill -9 at random moments of an import, and started again. Prints its seed; <c>TEST_SEED</c> repeats it.</summary>
public sealed class ImportKillTests(TestCluster cluster)
{
    private const int Kills = 10;
    private const int Bad = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task Small_import_survives() => SurviveAsync(2_000, kills: 2);

    [Fact]
    [Trait("Category", "Long")]
    public Task Import_of_a_hundred_thousand_lines_survives() => SurviveAsync(100_000, Kills);

    private async Task SurviveAsync(int count, int kills)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TEST_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        Console.WriteLine($"{nameof(ImportKillTests)}: TEST_SEED={seed}");
        var random = new Random(seed);
        var database = await cluster.CreateAsync();
        // No worker here: whatever is done is done by the server that is killed.
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddRegistryData(database.Server).BuildServiceProvider();
        var (desk, actor) = (services.GetRequiredService<ImportDesk>(), new Actor(Guid.Empty, "An office", CanReview: true, IsAdministrator: true));
        var cities = Path.GetTempFileName();
        await File.WriteAllLinesAsync(cities, Enumerable.Range(0, 20).Select(i => TestData.Line($"cn-city-{i}", TestData.City($"Plum {i}"))), Token);
        await services.GetRequiredService<Data.Exchange.RecordFiles>().LoadAsync([cities], "test", Token);
        File.Delete(cities);

        await using var file = new MemoryStream(Lines(count));
        var import = await desk.ReceiveAsync(file, "many.csv", RecordKind.Agreement, acceptsLikenesses: true, actor, Token);
        var clock = Stopwatch.StartNew();
        var server = Start(database);
        try
        {
            for (var killed = 0; ; await Task.Delay(100, Token))
            {
                var now = (await desk.FindAsync(import.Id, actor, Token))!;
                if (now.State == ImportState.Checked)
                    await desk.PublishAsync(import.Id, actor, null, Token);
                if (now.State == ImportState.Published)
                    break;
                Assert.True(clock.Elapsed < Patience, $"The import is still {now.State}.");
                Assert.False(server.HasExited, "The server ended by itself.");
                // Spread over all of the work: the checking and the publishing are each half of it.
                var done = now.State == ImportState.Publishing ? 0.5 + (0.5 * now.PublishedCount / count) : 0.5 * now.ShareRead;
                if (killed < kills && done >= (killed + random.NextDouble()) / kills && done < 1)
                {
                    server.Kill();
                    await server.WaitForExitAsync(Token);
                    server.Dispose();
                    killed++;
                    server = Start(database);
                }
            }
        }
        finally
        {
            if (!server.HasExited)
                server.Kill();
            await server.WaitForExitAsync(CancellationToken.None);
            server.Dispose();
        }
        Console.WriteLine($"{nameof(ImportKillTests)}: {count} lines in {clock.Elapsed.TotalSeconds:F0} s");

        var last = (await desk.FindAsync(import.Id, actor, Token))!;
        Assert.Equal((count - Bad, Bad, count - Bad), (last.NewCount, last.RefusedCount, last.PublishedCount));
        await using var db = await services.GetRequiredService<IDbContextFactory<RegistryDbContext>>().CreateDbContextAsync(Token);
        var titles = await db.AgreementListings.Select(l => l.Title).ToListAsync(Token);
        Assert.Equal(Enumerable.Range(0, count).Where(i => !IsBad(i, count)).Select(Title).Order(StringComparer.Ordinal), titles.Order(StringComparer.Ordinal));
        Assert.Equal(count - Bad, await db.Agreements.CountAsync(Token));
        Assert.Equal(count - Bad, await db.Revisions.CountAsync(r => r.Kind == RecordKind.Agreement, Token));
        Assert.Equal(count - Bad, await db.AuditEntries.CountAsync(e => e.Action == "record.published" && e.Subject.StartsWith("CR-"), Token));
        Assert.Empty((await new Data.Reviewing.AuditVerification(db).RunAsync(Token)).Faults);
        Assert.Equal(0, await db.ImportPieces.CountAsync(Token));
    }

    private static byte[] Lines(int count)
    {
        var text = new StringBuilder("title,signed_on,cities,kind\r\n");
        for (var i = 0; i < count; i++)
            text.Append(CultureInfo.InvariantCulture, $"{Title(i)},{(IsBad(i, count) ? "never" : $"20{i % 20:D2}-{(i % 12) + 1:D2}")},Plum {i % 20},contract\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Title(int i) => string.Create(CultureInfo.InvariantCulture, $"Agreement {i} on plums");

    private static bool IsBad(int i, int count) => i % (count / Bad) == 7;

    private static Process Start(DatabaseAddress database)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RegistryApp).Assembly.Location, "--environment", "Production", "--port", "0", "--data", Path.GetTempPath()]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__Registry"] = database.Server;
        var server = Process.Start(start)!;
        _ = server.StandardOutput.ReadToEndAsync();
        _ = server.StandardError.ReadToEndAsync();
        return server;
    }
}
