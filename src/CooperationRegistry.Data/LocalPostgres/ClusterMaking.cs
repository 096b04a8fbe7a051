using System.Globalization;
using System.Security.Cryptography;

namespace CooperationRegistry.Data;

/// <summary>
/// Makes a cluster beside its place and moves it there when it is whole, so that a killed <c>initdb</c> leaves nothing that
/// looks like a cluster.
/// </summary>
internal static class ClusterMaking
{
    public static async Task MakeAsync(
        PostgresTools tools, string cluster, string password, bool throwaway, CancellationToken cancellationToken)
    {
        DeleteUnfinished(cluster);
        // A name of its own: an initdb that outlived its killed program may still be writing under the last one.
        var draft = $"{cluster}.new-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        var passwordFile = draft + ".password";
        await WritePasswordAsync(passwordFile, password, cancellationToken);
        try
        {
            await tools.RunAsync("initdb", Arguments(draft, passwordFile, throwaway), cancellationToken);
        }
        finally
        {
            File.Delete(passwordFile);
        }

        await File.AppendAllLinesAsync(Path.Combine(draft, "postgresql.conf"), Settings(throwaway), cancellationToken);
        Directory.Move(draft, cluster);
    }

    private static List<string> Arguments(string folder, string passwordFile, bool throwaway) =>
    [
        "--pgdata", folder, "--username", PostgresTools.User, "--pwfile", passwordFile, "--auth", "scram-sha-256",
        "--data-checksums", "--encoding", "UTF8", .. Locale(), .. throwaway ? ["--no-sync"] : Array.Empty<string>(),
    ];

    /// <summary>One that knows letters: under the locale C the trigrams of Chinese words are empty.</summary>
    private static string[] Locale() =>
        OperatingSystem.IsLinux() ? ["--locale", "C.UTF-8"]
        : OperatingSystem.IsMacOS() ? ["--locale", "en_US.UTF-8"]
        : [];

    // Loopback, not a unix socket: it is the same on every system, has no limit on the length of a folder's name and leaves
    // no socket lock behind; the password keeps other users of the machine out.
    private static IEnumerable<string> Settings(bool throwaway) =>
    [
        "# Cooperation Registry",
        "listen_addresses = '127.0.0.1'",
        "unix_socket_directories = ''",
        "logging_collector = on",
        "log_filename = 'postgresql-%a.log'",
        "log_truncate_on_rotation = on",
        "log_rotation_size = 0",
        // Compiling a statement takes longer than any page's statement runs.
        "jit = off",
        // Many sites at once share a throwaway one, each with connections of its own.
        .. throwaway ? ["fsync = off", "synchronous_commit = off", "full_page_writes = off", "max_connections = 400"] : Memory(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024)),
    ];

    // PostgreSQL's defaults are for a machine of the smallest kind. An eighth leaves room for the server and for other programs.
    private static string[] Memory(long megabytes) =>
    [
        $"shared_buffers = {Math.Clamp(megabytes / 8, 128, 4096).ToString(CultureInfo.InvariantCulture)}MB",
        $"effective_cache_size = {Math.Max(megabytes / 2, 256).ToString(CultureInfo.InvariantCulture)}MB",
        "work_mem = 16MB",
        "maintenance_work_mem = 256MB",
        "max_wal_size = 4GB",
        // Disks without a moving head.
        "random_page_cost = 1.1",
    ];

    private static async Task WritePasswordAsync(string path, string password, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var writer = new StreamWriter(path, options))
            await writer.WriteLineAsync(password.AsMemory(), cancellationToken);
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
            await PostgresTools.ExecuteAsync("chown", [PostgresTools.User, path], cancellationToken);
    }

    private static void DeleteUnfinished(string cluster)
    {
        var name = Path.GetFileName(cluster) + ".new-*";
        foreach (var path in Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(cluster)!, name))
        {
            try
            {
                if (Directory.Exists(path))
                    Directory.Delete(path, recursive: true);
                else
                    File.Delete(path);
            }
            catch (IOException)
            {
                // Still being written to; the next start finds it again.
            }
        }
    }
}
