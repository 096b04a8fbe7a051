using System.Diagnostics;
using System.Text.Json;

namespace CooperationRegistry.Web.Tests.Html;

/// <summary>The Nu HTML checker, which <c>./test long</c> installs.</summary>
internal static class HtmlChecker
{
    /// <summary>Errors and warnings in the pages of a folder.</summary>
    public static async Task<List<(string File, string Text)>> CheckAsync(string folder, CancellationToken cancellationToken)
    {
        var jar = Path.Combine(Root(), "tools", "html-checker", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");
        Assert.True(File.Exists(jar), "The HTML checker is not installed: run ./test long, which installs it.");
        using var checker = Process.Start(new ProcessStartInfo("java", ["-Xss4m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html", folder])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await checker.StandardOutput.ReadToEndAsync(cancellationToken);
        await checker.WaitForExitAsync(cancellationToken);
        Assert.Equal(0, checker.ExitCode);
        using var report = JsonDocument.Parse(output);
        return [.. report.RootElement.GetProperty("messages").EnumerateArray().Where(IsFault).Select(Told)];
    }

    private static bool IsFault(JsonElement message) =>
        message.GetProperty("type").GetString() != "info" || message.TryGetProperty("subType", out _);

    private static (string File, string Text) Told(JsonElement message) =>
        (Path.GetFileName(message.GetProperty("url").GetString()!),
            $"{message.GetProperty("message").GetString()} {(message.TryGetProperty("extract", out var extract) ? extract.GetString() : "")}");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CooperationRegistry.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
