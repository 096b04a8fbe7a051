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

    private const string Overview = "/workspace";

    public override string Name => "circuits";

    public override async Task<IReadOnlyList<Measurement>> MeasureAsync(Stage stage, CancellationToken cancellationToken)
    {
        var (few, more) = stage.Agreements < LargeRegistry ? (2, 8) : (10, 90);
        await using var copy = await RegistryCopy.MakeAsync(stage, stage.Registry, cancellationToken);
        var editor = await copy.JoinAsync(RoleName.Editor);
        await using var source = copy.OpenOwner();
        var agreements = await source.ListAsync<string>($"SELECT id FROM agreements ORDER BY id LIMIT {more}", cancellationToken);
        await using var server = await copy.ServeAsync(cancellationToken);
        await using var browser = await Browser.StartAsync();
        await using var context = await browser.OpenAsync(server.Address);
        await SignInAsync(context, editor.Email!);

        // What the first pages of each kind load once and for all is no part of one more page.
        await OpenAsync(context, few / 2, _ => Overview, cancellationToken);
        await OpenAsync(context, few / 2, number => Form(agreements[number]), cancellationToken);
        var begin = await SettledAsync(server, cancellationToken);
        await OpenAsync(context, more / 2, _ => Overview, cancellationToken);
        var middle = await SettledAsync(server, cancellationToken);
        await OpenAsync(context, more / 2, number => Form(agreements[number]), cancellationToken);
        var end = await SettledAsync(server, cancellationToken);
        var (each, overview, form) = ((end - begin) / more / Resident.MB, (middle - begin) / (more / 2) / Resident.MB, (end - middle) / (more / 2) / Resident.MB);
        return
        [
            new Measurement(
                string.Create(CultureInfo.InvariantCulture, $"Memory of one more open workspace page, with {few + more} open"), Written.Of(each, "MB"), null, null, "< 1 MB", each > 0 ? each < MostMegabytes : null)
            {
                Figures = new Dictionary<string, double>
                {
                    ["pages"] = few + more,
                    ["megabytesEach"] = each,
                    ["megabytesOfOverview"] = overview,
                    ["megabytesOfForm"] = form,
                    ["residentMegabytesAtFirst"] = begin / Resident.MB,
                    ["residentMegabytesInTheEnd"] = end / Resident.MB,
                },
                Note = string.Create(
                    CultureInfo.InvariantCulture,
                    $"Physical memory of the server after a collection: {Written.Of(begin / Resident.MB)} MB with {few} pages, {Written.Of(end / Resident.MB)} MB with {few + more}. Half are the overview, {Written.Of(overview)} MB each, and half the form of an agreement, {Written.Of(form)} MB each."),
            },
        ];
    }

    private static string Form(string agreement) => $"/workspace/agreements/{agreement}/edit";

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

    private static async Task OpenAsync(IBrowserContext context, int count, Func<int, string> address, CancellationToken cancellationToken)
    {
        for (var number = 0; number < count; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await context.NewPageAsync();
            await page.GotoAsync(address(number));
            // Drawn by the circuit, not before.
            await page.Locator("main h1").WaitForAsync(new() { Timeout = 180_000 });
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
