using System.CommandLine;

namespace CooperationRegistry.Web.Commands;

/// <summary>Options that every verb takes.</summary>
internal static class SharedOptions
{
    public static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "The folder of the private database and the logs.",
        HelpName = "DIR",
        Recursive = true,
    };

    public static readonly Option<string?> Environment = new("--environment")
    {
        Description = "Development, Production or another name.",
        HelpName = "NAME",
        Recursive = true,
    };
}
