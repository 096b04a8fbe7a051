using System.CommandLine;
using System.CommandLine.Invocation;
using CooperationRegistry.Data;
using Microsoft.Extensions.Options;
using Npgsql;
using Serilog;

namespace CooperationRegistry.Web.Commands;

/// <summary>Runs a verb and tells how it went: 0 done, 1 refused with the reasons on standard error, 2 wrong usage.</summary>
internal static class CommandRunner
{
    private const int Refused = 1;
    private const int WrongUsage = 2;

    // Ctrl+C and SIGTERM cancel the verb, which then takes the time it needs to stop what it started.
    private static readonly InvocationConfiguration Invocation = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>The settings found on the command line, beside the verb's own options.</summary>
    public static string[] Settings { get; private set; } = [];

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        (Settings, var others) = SettingArguments.Split(args);
        var parsed = root.Parse(others);
        if (parsed.Action is ParseErrorAction)
            return Say(WrongUsage, [.. parsed.Errors.Select(error => error.Message), "--help lists what can be given."]);
        try
        {
            return await parsed.InvokeAsync(Invocation);
        }
        catch (CommandRefusedException refused)
        {
            return Say(Refused, refused.Reasons);
        }
        catch (OptionsValidationException invalid)
        {
            return Say(Refused, [.. invalid.Failures]);
        }
        catch (Exception failed) when (failed is LocalPostgresException or NpgsqlException or IOException)
        {
            return Say(Refused, [failed.Message]);
        }
        catch (OperationCanceledException)
        {
            return Say(Refused, ["Interrupted."]);
        }
        finally
        {
            await Log.CloseAndFlushAsync();
        }
    }

    private static int Say(int exitCode, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
            Console.Error.WriteLine(line);
        return exitCode;
    }
}
