using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Bench.Registries;
using CooperationRegistry.Data.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Bench.Works;

/// <summary>A list of new agreements, handed in, checked and published by a program with a key, beside a COPY of the rows that it makes.</summary>
internal sealed class ImportWork : Work
{
    private const int MostLines = 100_000;
    private const int FewestLines = 200;
    private const double Most = 3;
    private const string Target = "≤ 3 × its time";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public override string Name => "import";

    public override async Task<IReadOnlyList<Measurement>> MeasureAsync(Stage stage, CancellationToken cancellationToken)
    {
        var lines = Math.Clamp(stage.Agreements / 10, FewestLines, MostLines);
        var what = string.Create(CultureInfo.InvariantCulture, $"Import of {lines:#,0} new lines (CSV, checked, published), beside a COPY of the same rows");
        var (ours, rows, agreements) = await ImportAsync(stage, lines, cancellationToken);
        if (!ours.IsPublished)
        {
            return
            [
                new Measurement(what, string.Create(CultureInfo.InvariantCulture, $"> {Patience.TotalSeconds:0} s"), null, null, Target, false)
                {
                    Note = string.Create(CultureInfo.InvariantCulture, $"Given up: of {lines:#,0} lines {ours.Read:#,0} were checked and {ours.Published:#,0} published by then."),
                },
            ];
        }
        var floor = (await CopyAsync(stage, rows!, agreements, cancellationToken)).TotalSeconds;
        var ratio = ours.Whole.TotalSeconds / floor;
        return
        [
            new Measurement(what, Written.Of(ours.Whole.TotalSeconds, "s"), Written.Of(floor, "s"), ratio, Target, ratio <= Most)
            {
                Figures = new Dictionary<string, double>
                {
                    ["lines"] = lines,
                    ["rows"] = rows!.Rows,
                    ["checkSeconds"] = ours.Checking.TotalSeconds,
                    ["publishSeconds"] = (ours.Whole - ours.Checking).TotalSeconds,
                    ["copySeconds"] = floor,
                },
                Note = string.Create(CultureInfo.InvariantCulture, $"Checked in {Written.Of(ours.Checking.TotalSeconds)} s, published in {Written.Of((ours.Whole - ours.Checking).TotalSeconds)} s; {ours.Refused:#,0} lines refused. Rows copied: {string.Join(", ", rows.Tables)}."),
            },
        ];
    }

    private static async Task<(Outcome Ours, NewRows? Rows, long Agreements)> ImportAsync(Stage stage, int lines, CancellationToken cancellationToken)
    {
        await using var copy = await RegistryCopy.MakeAsync(stage, stage.Registry, cancellationToken);
        var file = stage.NewPath("new.csv");
        await (await NewAgreements.OfAsync(copy, stage.Seed, cancellationToken)).WriteCsvAsync(file, lines, cancellationToken);
        var administrator = await copy.JoinAsync(RoleName.Administrator);
        var key = await copy.Services.GetRequiredService<ApiKeys>().MakeAsync(administrator, "bench", Enum.GetValues<ApiScope>(), null, cancellationToken);
        await using var source = copy.OpenOwner();
        Outcome outcome;
        string mark;
        await using (var server = await copy.ServeAsync(cancellationToken))
        {
            using var client = new HttpClient { BaseAddress = server.Address };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            // As a server is that serves: the first page of a program says nothing of the import.
            using (await client.GetAsync(new Uri("/agreements", UriKind.Relative), cancellationToken))
                mark = await NewRows.MarkAsync(source, cancellationToken);
            outcome = await HandInAsync(client, file, lines, cancellationToken);
        }
        return outcome.IsPublished
            ? (outcome, await NewRows.SaveAsync(source, mark, lines, stage.NewPath, cancellationToken), await CountAsync(source, cancellationToken))
            : (outcome, null, 0);
    }

    // Into another copy, which is as the registry was before the import.
    private static async Task<TimeSpan> CopyAsync(Stage stage, NewRows rows, long agreements, CancellationToken cancellationToken)
    {
        await using var copy = await RegistryCopy.MakeAsync(stage, stage.Registry, cancellationToken);
        await using var source = copy.OpenOwner();
        var time = await rows.CopyIntoAsync(source, cancellationToken);
        return await CountAsync(source, cancellationToken) == agreements ? time : throw new InvalidOperationException("The copy has not as many agreements as the import made.");
    }

    private static Task<long> CountAsync(Npgsql.NpgsqlDataSource source, CancellationToken cancellationToken) =>
        source.OneAsync<long>("SELECT count(*) FROM agreements", cancellationToken);

    private static async Task<Outcome> HandInAsync(HttpClient client, string file, int lines, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var content = File.OpenRead(file);
        using var body = new StreamContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var received = await client.PostAsync(new Uri("/api/v1/imports?record=agreement&fileName=new.csv", UriKind.Relative), body, cancellationToken);
        var address = new Uri($"/api/v1/imports/{(await ReadAsync(received, cancellationToken)).Id}", UriKind.Relative);
        var check = await EndOfAsync("checking");
        var checking = Stopwatch.GetElapsedTime(started);
        if (check.State == "checking")
            return check with { Whole = checking };
        if (check.State != "checked" || check.Refused > lines / 100)
            throw new InvalidOperationException($"The import is {check.State}, with {check.Refused} lines refused.");
        using (var publish = await client.PostAsync(new Uri($"{address}/publish", UriKind.Relative), null, cancellationToken))
            await ReadAsync(publish, cancellationToken);
        return await EndOfAsync("publishing") with { Whole = Stopwatch.GetElapsedTime(started), Checking = checking };

        async Task<Outcome> EndOfAsync(string state)
        {
            while (true)
            {
                using var answer = await client.GetAsync(address, cancellationToken);
                var now = await ReadAsync(answer, cancellationToken);
                if (now.State != state || Stopwatch.GetElapsedTime(started) > Patience)
                    return now;
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private static async Task<Outcome> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"The import was answered with {(int)answer.StatusCode}: {text}");
        using var json = JsonDocument.Parse(text);
        var import = json.RootElement;
        return new Outcome(
            import.GetProperty("id").GetInt64(), import.GetProperty("state").GetString()!, import.GetProperty("linesRead").GetInt32(), import.GetProperty("published").GetInt32(), import.GetProperty("refused").GetInt32());
    }

    /// <summary>How an import stands.</summary>
    private sealed record Outcome(long Id, string State, int Read, int Published, int Refused)
    {
        public bool IsPublished => State == "published";

        /// <summary>From the hand-in to the last line.</summary>
        public TimeSpan Whole { get; init; }

        /// <summary>The part of it until the dry run was done.</summary>
        public TimeSpan Checking { get; init; }
    }
}
