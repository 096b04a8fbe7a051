using System.Security.Claims;
using AngleSharp;
using AngleSharp.Dom;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Web.Components.Workspace.Editing;
using CooperationRegistry.Web.Components.Workspace.Forms;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CooperationRegistry.Web.Tests.Workspace;

/// <summary>The form of a saved draft as the site renders it, with the site's own services; nothing in a browser answers it.</summary>
internal sealed class OpenForm : IAsyncDisposable
{
    private readonly AsyncServiceScope scope;
    private readonly HtmlRenderer renderer;
    private Microsoft.AspNetCore.Components.Web.HtmlRendering.HtmlRootComponent root;

    private OpenForm(RegistrySite site, Office office, Draft draft)
    {
        scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var address = FormAddress.Draft(draft.Kind, draft.RecordId, draft.Id);
        ((IHostEnvironmentNavigationManager)services.GetRequiredService<NavigationManager>()).Initialize("http://localhost/", "http://localhost" + address);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, office.Editor.Id.ToString()), new Claim(ClaimTypes.Name, office.Editor.Name)], "test");
        ((IHostEnvironmentAuthenticationStateProvider)services.GetRequiredService<AuthenticationStateProvider>()).SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(identity))));
        Editor = new DraftEditor(office.Proposals, draft, office.Editor, services.GetRequiredService<RecordNames>(), TimeProvider.System, NullLogger.Instance);
        renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
    }

    public DraftEditor Editor { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<OpenForm> OpenAsync(RegistrySite site, Office office, long draftId)
    {
        var draft = (await office.Proposals.FindAsync(draftId, office.Editor, Token))!;
        var form = new OpenForm(site, office, draft);
        await form.Editor.Names.LoadAsync([draft.Content, .. draft.Companions.Select(c => c.Content)], Token);
        await form.renderer.Dispatcher.InvokeAsync(async () =>
        {
            form.Editor.Offer();
            form.root = await form.renderer.RenderComponentAsync<RecordForm>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(RecordForm.Editor)] = form.Editor }));
        });
        return form;
    }

    /// <summary>Does what a person in the form does, with everything shown anew behind it.</summary>
    public Task DoAsync(Func<Task> act) => renderer.Dispatcher.InvokeAsync(act);

    public async Task<IDocument> PageAsync()
    {
        var html = await renderer.Dispatcher.InvokeAsync(() => root.ToHtmlString());
        return await BrowsingContext.New().OpenAsync(response => response.Content(html), Token);
    }

    public async ValueTask DisposeAsync()
    {
        await renderer.Dispatcher.InvokeAsync(async () => await Editor.DisposeAsync());
        await renderer.DisposeAsync();
        await scope.DisposeAsync();
    }
}
