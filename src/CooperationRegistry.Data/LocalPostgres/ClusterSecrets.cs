using System.Security.Cryptography;
using System.Text.Json;

namespace CooperationRegistry.Data;

/// <summary>The cluster's passwords and port, kept in a file of the data folder that only its owner can read.</summary>
internal sealed record ClusterSecrets(int Port, string Superuser, string Owner, string Server)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static ClusterSecrets LoadOrCreate(string dataFolder)
    {
        var path = PathIn(dataFolder);
        if (File.Exists(path))
            return JsonSerializer.Deserialize<ClusterSecrets>(File.ReadAllBytes(path), Json)!;
        var secrets = new ClusterSecrets(0, NewPassword(), NewPassword(), NewPassword());
        secrets.Save(dataFolder);
        return secrets;
    }

    public void Save(string dataFolder)
    {
        var path = PathIn(dataFolder);
        var draft = path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, this, Json);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    private static string PathIn(string dataFolder) => Path.Combine(dataFolder, "postgres.json");

    private static string NewPassword() => RandomNumberGenerator.GetHexString(40, lowercase: true);
}
