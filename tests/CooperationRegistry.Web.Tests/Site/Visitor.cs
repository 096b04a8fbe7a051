using System.Net;
using AngleSharp;
using AngleSharp.Dom;

namespace CooperationRegistry.Web.Tests.Site;

/// <summary>Somebody with a browser that knows no script: opens pages, fills in the one form on them, follows nothing by itself.</summary>
public sealed class Visitor(RegistrySite site) : IDisposable
{
    private readonly HttpClient client = site.NewClient(withCookies: true);

    public HttpClient Client => client;

    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the answer leads, path and query; null where it leads nowhere.</summary>
    public string? LeadsTo { get; private set; }

    public IDocument Page { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task OpenAsync(string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), Token);
        await ReadAsync(response);
    }

    /// <summary>Posts the page's form with what is filled in and whatever it hides.</summary>
    public async Task SubmitAsync(string address, params (string Name, string Value)[] typed)
    {
        await OpenAsync(address);
        var hidden = Page.QuerySelectorAll("form input[type=hidden][name]").Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? ""));
        using var form = new FormUrlEncodedContent(hidden.Concat(typed).Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var response = await client.PostAsync(new Uri(address, UriKind.Relative), form, Token);
        await ReadAsync(response);
    }

    /// <summary>Posts an empty form.</summary>
    public async Task PostAsync(string address)
    {
        using var response = await client.PostAsync(new Uri(address, UriKind.Relative), null, Token);
        await ReadAsync(response);
    }

    public void Dispose() => client.Dispose();

    private async Task ReadAsync(HttpResponseMessage response)
    {
        Status = response.StatusCode;
        LeadsTo = response.Headers.Location is { } location ? new Uri(client.BaseAddress!, location).PathAndQuery : null;
        var html = await response.Content.ReadAsStringAsync(Token);
        Page = await BrowsingContext.New().OpenAsync(r => r.Content(html), Token);
    }
}
