using System.Globalization;

namespace CooperationRegistry.Bench.Measuring;

/// <summary>Physical memory of processes, as Linux tells it.</summary>
internal static class Resident
{
    public const double MB = 1024 * 1024;

    public static long Bytes(int pid) => Kilobytes(pid, "VmRSS:") * 1024;

    private static long Kilobytes(int pid, string name) =>
        File.ReadLines($"/proc/{pid}/status").Where(l => l.StartsWith(name, StringComparison.Ordinal))
            .Select(l => long.Parse(l[name.Length..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.Integer, CultureInfo.InvariantCulture))
            .First();
}
