using CooperationRegistry.Bench.Measuring;

namespace CooperationRegistry.Bench.Reporting;

internal static class Source
{
    /// <summary>Short, with <c>+</c> where files were changed since; null outside a clone.</summary>
    public static async Task<string?> CommitAsync(CancellationToken cancellationToken)
    {
        try
        {
            var folder = AppContext.BaseDirectory;
            var commit = (await Shell.RunAsync("git", ["-C", folder, "rev-parse", "--short", "HEAD"], cancellationToken)).Trim();
            var changes = await Shell.RunAsync("git", ["-C", folder, "status", "--porcelain", "--untracked-files=no"], cancellationToken);
            return changes.Length == 0 ? commit : commit + "+";
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
