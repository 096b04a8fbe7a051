using System.Globalization;
using System.Text.Json;
using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Bench.Registries;

namespace CooperationRegistry.Bench.Works;

/// <summary>What a public page costs at a first visit, and what Lighthouse says of it.</summary>
internal sealed class WireWork : Work
{
    private const double MostKilobytes = 60;

    private static readonly (string Category, double Least)[] Scores = [("performance", 95), ("accessibility", 100), ("best-practices", 95), ("seo", 100)];

    public override string Name => "wire";

    public override async Task<IReadOnlyList<Measurement>> MeasureAsync(Stage stage, CancellationToken cancellationToken)
    {
        var pages = await PagesAsync(stage.Registry, cancellationToken);
        return [await WeighAsync(stage, pages, cancellationToken), await JudgeAsync(stage, pages, cancellationToken)];
    }

    // The heaviest of their kind that a query finds, not the lightest.
    private static async Task<IReadOnlyList<(string Name, string Path)>> PagesAsync(Registry registry, CancellationToken cancellationToken)
    {
        await using var source = registry.OpenOwner();
        var city = await source.OneAsync<string>("SELECT city FROM agreement_parties WHERE city IS NOT NULL GROUP BY city ORDER BY count(DISTINCT agreement_id) DESC, city LIMIT 1", cancellationToken);
        var agreement = await source.OneAsync<string>("SELECT agreement_id FROM agreement_parties GROUP BY agreement_id ORDER BY count(*) DESC, agreement_id LIMIT 1", cancellationToken);
        return [("home", "/"), ("list", "/agreements"), ("city", $"/cities/{city}"), ("agreement", $"/agreements/{agreement}")];
    }

    private static async Task<Measurement> WeighAsync(Stage stage, IReadOnlyList<(string Name, string Path)> pages, CancellationToken cancellationToken)
    {
        await using var browser = await Browser.StartAsync();
        var weights = new List<(string Name, double Kilobytes)>();
        foreach (var (name, path) in pages)
            weights.Add((name, await browser.FirstVisitBytesAsync(new Uri(stage.Server.Address, path), cancellationToken) / 1000d));
        var most = weights.Max(w => w.Kilobytes);
        return new Measurement(
            "Public page over the wire at a first visit: HTML, styles, scripts and pictures",
            string.Join(", ", weights.Select(w => $"{w.Name} {Written.Of(w.Kilobytes)}")) + " kB", null, null, "≤ 60 kB each", most <= MostKilobytes)
        {
            Figures = weights.ToDictionary(w => $"{w.Name}Kilobytes", w => w.Kilobytes),
            Note = $"Of the cities {pages[2].Path}, which has the most agreements; of the agreements {pages[3].Path}, which has the most parties.",
        };
    }

    private static async Task<Measurement> JudgeAsync(Stage stage, IReadOnlyList<(string Name, string Path)> pages, CancellationToken cancellationToken)
    {
        const string What = "Lighthouse of home, list, city and agreement, its telephone on a slow network, the worst of the four";
        const string Target = "performance ≥ 95, accessibility 100, best practices ≥ 95, SEO 100";
        if (Lighthouse.Find() is not { } lighthouse)
            return Measurement.NotMeasured(What, Target, "Lighthouse is not installed in tools/lighthouse, or Node.js is missing.");
        var (worst, figures, short_) = (new Dictionary<string, double>(), new Dictionary<string, double>(), new List<string>());
        foreach (var (name, path) in pages)
        {
            var report = await lighthouse.JudgeAsync(new Uri(stage.Server.Address, path), Scores.Select(s => s.Category), stage.NewPath("lighthouse.json"), cancellationToken);
            foreach (var (category, least) in Scores)
            {
                var score = report.Scores[category];
                figures[$"{name}{char.ToUpperInvariant(category[0])}{category[1..].Replace("-p", "P", StringComparison.Ordinal)}"] = score;
                worst[category] = Math.Min(worst.GetValueOrDefault(category, 100), score);
                if (score < least)
                    short_.Add($"{name}, {category}: {string.Join(", ", report.Failed[category])}");
            }
        }
        return new Measurement(
            What, string.Join(", ", worst.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Key} {w.Value:0}"))), null, null, Target, Scores.All(s => worst[s.Category] >= s.Least))
        {
            Figures = figures,
            Note = short_.Count == 0 ? null : $"Failing audits: {string.Join("; ", short_)}.",
        };
    }
}

/// <summary>What Lighthouse found.</summary>
/// <param name="Scores">By category, from 0 to 100.</param>
/// <param name="Failed">By category, the audits that took something from its score.</param>
internal sealed record LighthouseReport(IReadOnlyDictionary<string, double> Scores, IReadOnlyDictionary<string, IReadOnlyList<string>> Failed);

/// <summary>The program of tools/lighthouse.</summary>
internal sealed class Lighthouse
{
    private readonly string script;

    private Lighthouse(string script) => this.script = script;

    /// <returns>Null where it is not installed.</returns>
    public static Lighthouse? Find()
    {
        var script = Path.Combine(Project.Root(), "tools", "lighthouse", "node_modules", "lighthouse", "cli", "index.js");
        return File.Exists(script) ? new Lighthouse(script) : null;
    }

    public async Task<LighthouseReport> JudgeAsync(Uri page, IEnumerable<string> categories, string file, CancellationToken cancellationToken)
    {
        await Shell.RunAsync(
            "node",
            [
                script, page.AbsoluteUri, "--output=json", $"--output-path={file}", "--quiet", $"--only-categories={string.Join(',', categories)}",
                $"--chrome-flags=--headless=new {string.Join(' ', Browser.Options)}",
            ],
            cancellationToken,
            new Dictionary<string, string> { ["CHROME_PATH"] = Browser.Program });
        await using var json = File.OpenRead(file);
        using var report = await JsonDocument.ParseAsync(json, cancellationToken: cancellationToken);
        var (scores, failed) = (new Dictionary<string, double>(), new Dictionary<string, IReadOnlyList<string>>());
        foreach (var category in report.RootElement.GetProperty("categories").EnumerateObject())
        {
            // Null where the page could not be loaded.
            scores[category.Name] = category.Value.GetProperty("score") is { ValueKind: JsonValueKind.Number } score ? Math.Round(score.GetDouble() * 100) : 0;
            failed[category.Name] =
            [
                .. from audit in category.Value.GetProperty("auditRefs").EnumerateArray()
                   where audit.GetProperty("weight").GetDouble() > 0
                   let id = audit.GetProperty("id").GetString()!
                   where report.RootElement.GetProperty("audits").GetProperty(id).GetProperty("score") is { ValueKind: JsonValueKind.Number } result && result.GetDouble() < 0.9
                   select id,
            ];
        }
        return new LighthouseReport(scores, failed);
    }
}
