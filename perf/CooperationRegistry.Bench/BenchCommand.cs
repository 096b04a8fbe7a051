using System.CommandLine;
using CooperationRegistry.Bench.Floors;
using CooperationRegistry.Bench.Reporting;
using CooperationRegistry.Bench.Works;

namespace CooperationRegistry.Bench;

internal sealed class BenchCommand : RootCommand
{
    private readonly Option<int> rows = new("--rows") { Description = "Agreements of the largest registry.", DefaultValueFactory = _ => 1_000_000, HelpName = "N" };
    private readonly Option<int> seed = new("--seed") { Description = "Of what is generated and asked for.", DefaultValueFactory = _ => 1, HelpName = "N" };
    private readonly Option<int> seconds = new("--seconds") { Description = "How long one round of a load lasts.", DefaultValueFactory = _ => 5, HelpName = "N" };
    private readonly Option<int> rounds = new("--rounds") { Description = "Of which the median is taken.", DefaultValueFactory = _ => 3, HelpName = "N" };
    private readonly Option<DirectoryInfo?> data = new("--data") { Description = "Keeps the registries here and uses them again.", HelpName = "DIR" };
    private readonly Option<string[]> only = new("--only") { Description = "Measures these works alone.", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
    private readonly Option<FileInfo> program = new("--program") { Description = "The published server.", Required = true, Hidden = true };
    private readonly Option<DirectoryInfo> scratch = new("--scratch") { Description = "Gets a folder that ends with the run.", Required = true, Hidden = true };
    private readonly Option<DirectoryInfo> results = new("--results") { Description = "Where the results go.", Required = true, Hidden = true };

    public BenchCommand()
        : base("Measures the registry beside floors that it measures too.")
    {
        only.AcceptOnlyFromAmong([.. AllWorks.InOrder.Select(w => w.Name)]);
        rows.Validators.Add(given => AtLeast(given, 1000));
        seconds.Validators.Add(given => AtLeast(given, 1));
        rounds.Validators.Add(given => AtLeast(given, 1));
        foreach (Option option in new Option[] { rows, only, seed, seconds, rounds, data, program, scratch, results })
            Add(option);
        Add(new FloorCommand());
        SetAction(RunAsync);

        static void AtLeast(System.CommandLine.Parsing.OptionResult given, int least)
        {
            if (given.GetValueOrDefault<int>() < least)
                given.AddError($"{given.IdentifierToken?.Value} takes {least} or more.");
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = new Options
        {
            Rows = parsed.GetValue(rows),
            Only = parsed.GetValue(only) ?? [],
            Seed = parsed.GetValue(seed),
            Seconds = parsed.GetValue(seconds),
            Rounds = parsed.GetValue(rounds),
            Data = parsed.GetValue(data)?.FullName,
            Program = parsed.GetRequiredValue(program).FullName,
            Results = parsed.GetRequiredValue(results).FullName,
        };
        // Files in it have passwords of clusters.
        var folder = parsed.GetRequiredValue(scratch).CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;
        try
        {
            var report = await new BenchRun(options, folder).RunAsync(cancellationToken);
            await ResultFiles.WriteAsync(options.Results, report, cancellationToken);
            Console.Write(Tables.Of(report));
            return report.IsWhole ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
