using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CooperationRegistry.Data;

/// <summary>The folder that holds <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c> of one PostgreSQL version.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    public const int OldestMajor = 15;

    private static readonly string[] Tools = ["initdb", "pg_ctl", "postgres"];

    /// <summary>
    /// The given folder, else the newest version installed. A cluster can only be run by the version that made it,
    /// so for an existing one that version is asked for.
    /// </summary>
    public static PostgresBinaries Find(string? bin, int? madeBy)
    {
        var found = (bin is null ? PostgresFolders.Likely() : [bin]).Select(Read).OfType<PostgresBinaries>()
            .Where(binaries => binaries.Major >= OldestMajor).ToList();
        var fitting = found.Where(binaries => madeBy is null || binaries.Major == madeBy).MaxBy(binaries => binaries.Major);
        return fitting ?? throw new LocalPostgresException(Missing(bin, found.Count > 0 ? madeBy : null));
    }

    private static string Missing(string? bin, int? madeBy) => (bin, madeBy) switch
    {
        (_, { } major) => $"The database was made by PostgreSQL {major}, which was not found: install that version, or name its "
            + "folder of binaries in the setting Postgres__Bin.",
        ({ } folder, _) => $"The setting Postgres__Bin names {folder}, which does not hold initdb, pg_ctl and postgres of version "
            + $"{OldestMajor} or later.",
        _ => $"No PostgreSQL {OldestMajor} or later was found: install it ({PostgresFolders.HowToInstall()}), name its folder of "
            + "binaries in the setting Postgres__Bin, or give the setting ConnectionStrings__Registry to use a database of your own.",
    };

    private static PostgresBinaries? Read(string folder)
    {
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        if (!Tools.All(tool => File.Exists(Path.Combine(folder, tool + suffix))))
            return null;
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(folder, "pg_ctl" + suffix), "--version")
        {
            RedirectStandardOutput = true,
        })!;
        var version = MajorVersion().Match(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        return version.Success
            ? new PostgresBinaries(Path.GetFullPath(folder), int.Parse(version.ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    [GeneratedRegex(@"(?<=\(PostgreSQL\) )\d+")]
    private static partial Regex MajorVersion();
}
