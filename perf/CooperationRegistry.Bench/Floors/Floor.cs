using System.Globalization;
using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Bench.Works;

namespace CooperationRegistry.Bench.Floors;

/// <summary>Starts this program once more, as a floor.</summary>
internal static class Floor
{
    // What a project made by dotnet new web has, and this program has not.
    private static readonly Dictionary<string, string> Web = new() { ["DOTNET_gcServer"] = "1" };

    /// <summary>Serves at <c>/page/0</c> and so on what was recorded.</summary>
    public static async Task<ServerProcess> StartAsync(Stage stage, Recording recording, CancellationToken cancellationToken)
    {
        var file = stage.NewPath("recording.json");
        await recording.SaveAsync(file, cancellationToken);
        return await StartAsync(stage, ["--recording", file], cancellationToken);
    }

    /// <summary>Serves at <c>/page</c> a page of so many bytes.</summary>
    public static async Task<ServerProcess> StartAsync(Stage stage, int bytes, CancellationToken cancellationToken)
    {
        var file = stage.NewPath("page.html");
        await File.WriteAllTextAsync(file, new string('.', bytes), cancellationToken);
        return await StartAsync(stage, ["--page", file], cancellationToken);
    }

    private static Task<ServerProcess> StartAsync(Stage stage, string[] what, CancellationToken cancellationToken)
    {
        var port = ServerProcess.FreePort();
        return ServerProcess.StartAsync(
            [typeof(Floor).Assembly.Location, FloorCommand.Verb, "--port", port.ToString(CultureInfo.InvariantCulture), .. what], port, FloorCommand.Ready, stage.NewPath("floor.log"), cancellationToken, Web);
    }
}
