using CooperationRegistry.Web.Components.Admin.Audit;
using CooperationRegistry.Web.Components.Contents;
using CooperationRegistry.Web.Components.Workspace.Editing;
using CooperationRegistry.Web.Components.Workspace.Fields;
using CooperationRegistry.Web.Components.Workspace.Tasks;
using Radzen;

namespace CooperationRegistry.Web.Components.Workspace;

public static class WorkspaceSetup
{
    /// <summary>
    /// The largest message a browser may send. A keystroke sends the text of its box twice; workspace.js keeps boxes under 1.5 million
    /// characters, so that a pasted megabyte arrives, and is refused in words, instead of ending the connection.
    /// </summary>
    private const int LargestMessage = 16 * 1024 * 1024;

    public static IServiceCollection AddRegistryWorkspace(this IServiceCollection services)
    {
        services.AddRazorComponents()
            .AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestMessage);
        services.AddRadzenComponents();
        services.AddScoped<PageScript>();
        services.AddTransient<RecordNames>();
        services.AddScoped<FieldNames>().AddScoped<FactNames>().AddScoped<ReadingSentences>();
        services.AddScoped<TaskWords>().AddScoped<TaskReader>();
        services.AddScoped<AuditSentences>();
        return services;
    }
}
