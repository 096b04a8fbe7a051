using CooperationRegistry.Web.Components.Contents;
using Microsoft.JSInterop;

namespace CooperationRegistry.Web.Components.Workspace.Editing;

/// <summary>The few things that only a script can do: workspace.js.</summary>
public sealed class PageScript(IJSRuntime script)
{
    /// <summary>Moves the focus to a field once it is on the page.</summary>
    public Task FocusLaterAsync(string path) => TryAsync("registry.focusLater", FieldId.Of(path));

    public Task FocusIdAsync(string id) => TryAsync("registry.focusLater", id);

    /// <summary>Shows a dialog over the page, and the focus in the box that wants something first.</summary>
    public Task ShowDialogAsync(string id, string focus) => TryAsync("registry.showDialog", id, FieldId.Of(focus));

    /// <summary>Sends the file chosen in a box to the server, showing how far it is.</summary>
    /// <returns>Null where the connection was lost.</returns>
    public async Task<UploadAnswer?> UploadAsync(string inputId)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        try
        {
            return await script.InvokeAsync<UploadAnswer>("registry.upload", patience.Token, inputId);
        }
        catch (Exception exception) when (exception is JSException or JSDisconnectedException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Names the form whose citations the keys of the pane change.</summary>
    public Task AttachAsync<TForm>(DotNetObjectReference<TForm> form)
        where TForm : class => TryAsync("registry.attach", form);

    /// <summary>Puts the text of an attached PDF into the pane; false where it has none.</summary>
    public async Task<bool> ReadAttachmentAsync(string sha256)
    {
        try
        {
            return await script.InvokeAsync<bool>("registry.readAttachment", sha256);
        }
        catch (Exception exception) when (exception is JSException or JSDisconnectedException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>Changes the address without loading anything, so that a reload finds the draft.</summary>
    public Task ReplaceAddressAsync(string address) => TryAsync("registry.replaceAddress", address);

    /// <summary>The form stands: after a reload the focus goes back to where it was.</summary>
    public Task ReadyAsync<TForm>(DotNetObjectReference<TForm> form)
        where TForm : class => TryAsync("registry.ready", form);

    /// <summary>The page stands, and is no draft: what is typed on it is kept until it is forgotten.</summary>
    public Task ReadyAsync() => TryAsync("registry.ready");

    /// <summary>All that was typed is saved, or went where it should; the browser need not keep it.</summary>
    public Task ForgetAsync() => TryAsync("registry.forget");

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

/// <param name="Taken">Whether the server kept the file.</param>
/// <param name="Text">The attachment as JSON, or why it was refused.</param>
public sealed record UploadAnswer(bool Taken, string Text);
