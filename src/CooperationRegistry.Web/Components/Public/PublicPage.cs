using CooperationRegistry.Data;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Web.Components.Public;

/// <summary>A page that reads once, with a context of its own, and stops reading when the reader has left.</summary>
public abstract class PublicPage : ComponentBase
{
    [Inject]
    private IDbContextFactory<RegistryDbContext> Contexts { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    protected CancellationToken Aborted => Http.RequestAborted;

    /// <summary>Draws nothing before it has read, so that no page has to be drawn half.</summary>
    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        try
        {
            await ReadAsync();
        }
        catch (OperationCanceledException) when (Aborted.IsCancellationRequested)
        {
            // The framework takes a cancelled page for a drawn one. Nobody is left to read it; as a 200 it would be kept for those who come.
            Http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            throw;
        }
        await base.SetParametersAsync(ParameterView.Empty);
    }

    private async Task ReadAsync()
    {
        await using var db = await Contexts.CreateDbContextAsync(Aborted);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        // One connection for all that the page asks: each that is taken is reset for whoever had it.
        await db.Database.OpenConnectionAsync(Aborted);
        if (!await LoadAsync(db) && !await HasMovedAsync(db))
            Navigation.NotFound();
    }

    /// <summary>The record that the address names, where such records can be merged.</summary>
    protected virtual (RecordKind Kind, string Id)? Named => null;

    /// <summary>False where there is no such record.</summary>
    protected abstract Task<bool> LoadAsync(RegistryDbContext db);

    private async Task<bool> HasMovedAsync(RegistryDbContext db)
    {
        if (Named is not var (kind, id) || !RecordId.IsWellFormed(kind, id) || await db.SurvivorAsync(kind, id, Aborted) is not { } survivor)
            return false;
        Http.Response.Redirect(RecordNames.Address(kind, survivor) + Http.Request.QueryString, permanent: true);
        return true;
    }
}
