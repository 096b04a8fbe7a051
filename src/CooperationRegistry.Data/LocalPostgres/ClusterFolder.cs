using System.Globalization;
using System.Security.Cryptography;

namespace CooperationRegistry.Data;

/// <summary>
/// Where the cluster lies: in the data folder, or, for root, in a folder of the user <c>postgres</c> that the data folder's
/// file <c>postgres.path</c> names, because that user seldom reaches root's own folders.
/// </summary>
internal static class ClusterFolder
{
    private const string SystemFolder = "/var/lib/cooperation-registry";

    private static bool IsRoot => Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows();

    /// <summary>The place, or null where root has not chosen one yet.</summary>
    public static string? Find(string dataFolder)
    {
        if (!IsRoot)
            return Path.Combine(dataFolder, "postgres");
        return File.Exists(Record(dataFolder)) ? File.ReadAllText(Record(dataFolder)).Trim() : null;
    }

    public static async Task<string> ChooseAsync(string dataFolder, CancellationToken cancellationToken)
    {
        // Random, not made from the data folder's name: a new data folder must not meet the cluster of a deleted one.
        var home = Path.Combine(SystemFolder, RandomNumberGenerator.GetHexString(12, lowercase: true));
        Directory.CreateDirectory(SystemFolder);
        await PostgresTools.ExecuteAsync("install", ["-d", "-m", "0700", "-o", PostgresTools.User, home], cancellationToken);
        var cluster = Path.Combine(home, "postgres");
        var draft = Record(dataFolder) + ".new";
        await File.WriteAllTextAsync(draft, cluster + "\n", cancellationToken);
        File.Move(draft, Record(dataFolder), overwrite: true);
        return cluster;
    }

    /// <summary>The version that made the cluster; null where there is none yet.</summary>
    public static int? MadeBy(string cluster)
    {
        var version = Path.Combine(cluster, "PG_VERSION");
        return File.Exists(version) ? int.Parse(File.ReadAllText(version), CultureInfo.InvariantCulture) : null;
    }

    public static void Delete(string cluster, string dataFolder)
    {
        Directory.Delete(cluster, recursive: true);
        if (Path.GetDirectoryName(cluster) is { } home && home != dataFolder)
            Directory.Delete(home, recursive: true);
        Directory.Delete(dataFolder, recursive: true);
    }

    private static string Record(string dataFolder) => Path.Combine(dataFolder, "postgres.path");
}
