namespace CooperationRegistry.Bench.Measuring;

internal static class Project
{
    /// <summary>The folder of the project.</summary>
    /// <exception cref="InvalidOperationException">This program does not run from within it.</exception>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CooperationRegistry.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The bench runs only from within the folder of the project.");
    }
}
