using System.Globalization;
using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Bench.Registries;
using CooperationRegistry.Data.Accounts;
using Microsoft.Playwright;

namespace CooperationRegistry.Bench.Works;

/// <summary>What one more open page of the workspace costs the server's memory, its circuit and all.</summary>
internal sealed class CircuitWork : Work
{
    private const double MostMegabytes = 1;
    private const int LargeRegistry = 10_000;

    public override string Name => "circuits";

    public override async Task<IReadOnlyList<Measurement>> MeasureAsync(Stage stage, CancellationToken cancellationToken)
    {
        var (few, many) = stage.Agreements < LargeRegistry ? (2, 10) : (10, 100);
        await using var copy = await RegistryCopy.MakeAsync(stage, stage.Registry, cancellationToken);
        var editor = await copy.JoinAsync(RoleName.Editor);
        await using var source = copy.OpenOwner();
        var agreements = await source.ListAsync<string>($"SELECT id FROM agreements ORDER BY id LIMIT {many}", cancellationToken);
        await using var server = await copy.ServeAsync(cancellationToken);
        await using var browser = await Browser.StartAsync();
        await using var context = await browser.OpenAsync(server.Address);
        await SignInAsync(context, editor.Email!);

        // What the first pages of each kind load once and for all is no part of one more page.
        await OpenAsync(context, agreements, 0, few, cancellationToken);
        var before = await SettledAsync(server, cancellationToken);
        await OpenAsync(context, agreements, few, many, cancellationToken);
        var after = await SettledAsync(server, cancellationToken);
        var each = (after - before) / (many - few) / Resident.MB;
        return
        [
            new Measurement(
                string.Create(CultureInfo.InvariantCulture, $"Memory of one more open workspace page, with {many} open"), Written.Of(each, "MB"), null, null, "< 1 MB", each < MostMegabytes)
            {
                Figures = new Dictionary<string, double>
                {
                    ["pages"] = many,
                    ["megabytesEach"] = each,
                    ["residentMegabytesWithFew"] = before / Resident.MB,
                    ["residentMegabytesWithMany"] = after / Resident.MB,
                },
                Note = string.Create(
                    CultureInfo.InvariantCulture,
                    $"Physical memory of the server after a collection, {Written.Of(before / Resident.MB)} MB with {few} pages and {Written.Of(after / Resident.MB)} MB with {many}; every second one is the form of an agreement, the others are the overview."),
            },
        ];
    }

    private static async Task SignInAsync(IBrowserContext context, string email)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/sign-in");
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#password").FillAsync(RegistryCopy.Password);
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/workspace");
        await page.CloseAsync();
    }

    private static async Task OpenAsync(IBrowserContext context, List<string> agreements, int from, int to, CancellationToken cancellationToken)
    {
        for (var number = from; number < to; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await context.NewPageAsync();
            await page.GotoAsync(number % 2 == 0 ? "/workspace" : $"/workspace/agreements/{agreements[number]}/edit");
            // Drawn by the circuit, not before.
            await page.Locator("main h1").WaitForAsync();
        }
    }

    private static async Task<double> SettledAsync(ServerProcess server, CancellationToken cancellationToken)
    {
        await GarbageCollection.ForceAsync(server.Pid, cancellationToken);
        var last = (double)server.ResidentBytes();
        for (var wait = 0; wait < 30; wait++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            var now = (double)server.ResidentBytes();
            if (Math.Abs(now - last) < 0.002 * last)
                return now;
            last = now;
        }
        return last;
    }
}
