namespace CooperationRegistry.Web.Api;

internal static class ApiPaths
{
    private static readonly string[] DataFiles = [".csv", ".xlsx", ".json", ".jsonl", ".zip", ".atom"];

    /// <summary>Where programs are answered: below <c>/api</c>, which itself is a page for people.</summary>
    public static bool IsApi(PathString path) => path.StartsWithSegments("/api", out var rest) && rest.Value is { Length: > 1 };

    /// <summary>What pages of other sites may read too: the API, its description and the files of the data.</summary>
    public static bool IsOpen(PathString path) =>
        IsApi(path) || path.StartsWithSegments("/openapi") || (DataFiles.Contains(Path.GetExtension(path.Value)) && !path.StartsWithSegments("/workspace") && !path.StartsWithSegments("/attachments"));
}
