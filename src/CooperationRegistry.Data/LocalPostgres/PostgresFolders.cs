namespace CooperationRegistry.Data;

/// <summary>Where operating systems put PostgreSQL's binaries. Debian keeps the server's off the PATH.</summary>
internal static class PostgresFolders
{
    public static IEnumerable<string> Likely() =>
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        .. Versions("/usr/lib/postgresql", "*", "bin"),
        .. Versions("/usr", "pgsql-*", "bin"),
        .. Versions("/opt/homebrew/opt", "postgresql*", "bin"),
        .. Versions("/usr/local/opt", "postgresql*", "bin"),
        .. Versions(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*", "bin"),
    ];

    public static string HowToInstall() =>
        OperatingSystem.IsMacOS() ? "brew install postgresql@17"
        : OperatingSystem.IsWindows() ? "winget install PostgreSQL.PostgreSQL.17"
        : "on Debian and Ubuntu: apt-get install postgresql";

    private static IEnumerable<string> Versions(string parent, string pattern, string bin) =>
        Directory.Exists(parent) ? Directory.EnumerateDirectories(parent, pattern).Select(folder => Path.Combine(folder, bin)) : [];
}
