namespace CooperationRegistry.Web.Commands;

/// <summary>
/// Settings on the command line, as .NET takes them (<c>--Postgres:Bin=DIR</c>, <c>--PublicUrl URL</c>), told from the options of
/// the verbs by their names, so that a mistyped option is still an error.
/// </summary>
internal static class SettingArguments
{
    public static (string[] Settings, string[] Others) Split(string[] args)
    {
        var settings = new List<string>();
        var others = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=', 2)[0];
            if (!IsSetting(name))
            {
                others.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (name.Length == args[i].Length && i + 1 < args.Length)
                settings.Add(args[++i]);
        }

        return ([.. settings], [.. others]);
    }

    private static bool IsSetting(string name) =>
        name.StartsWith("--", StringComparison.Ordinal) && (name.Contains(':', StringComparison.Ordinal) || name is "--PublicUrl" or "--urls");
}
