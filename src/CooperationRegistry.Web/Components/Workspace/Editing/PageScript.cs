using CooperationRegistry.Web.Components.Workspace.Fields;
using Microsoft.JSInterop;

namespace CooperationRegistry.Web.Components.Workspace.Editing;

/// <summary>The few things that only a script can do: workspace.js.</summary>
public sealed class PageScript(IJSRuntime script)
{
    /// <summary>Moves the focus to a field once it is on the page.</summary>
    public Task FocusLaterAsync(string path) => TryAsync("registry.focusLater", FieldId.Of(path));

    public Task FocusIdAsync(string id) => TryAsync("registry.focusLater", id);

    /// <summary>Changes the address without loading anything, so that a reload finds the draft.</summary>
    public Task ReplaceAddressAsync(string address) => TryAsync("registry.replaceAddress", address);

    /// <summary>The form stands: after a reload the focus goes back to where it was.</summary>
    public Task ReadyAsync() => TryAsync("registry.ready");

    /// <summary>The reader's time zone by its IANA name; UTC where the browser does not say.</summary>
    public async Task<TimeZoneInfo> TimeZoneAsync()
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(await script.InvokeAsync<string>("registry.timeZone"));
        }
        catch (Exception exception) when (exception is JSException or JSDisconnectedException or TimeZoneNotFoundException or TaskCanceledException)
        {
            return TimeZoneInfo.Utc;
        }
    }

    private async Task TryAsync(string function, params object[] arguments)
    {
        try
        {
            await script.InvokeVoidAsync(function, arguments);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or TaskCanceledException)
        {
            // The page is gone; so is the need.
        }
    }
}
