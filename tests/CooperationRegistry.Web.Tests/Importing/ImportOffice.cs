using System.Text;
using CooperationRegistry.Data.Importing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Importing;

/// <summary>An editor who hands files in, and a reviewer; the site's own worker does the rest.</summary>
public sealed class ImportOffice(RegistrySite site, Office office)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public ImportDesk Desk => site.Services.GetRequiredService<ImportDesk>();

    public Actor Editor => office.Editor;

    public Actor Reviewer => office.Reviewer;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ImportOffice> OpenAsync(RegistrySite site) => new(site, await Office.OpenAsync(site));

    public Task<Import> CheckAsync(string text, RecordKind? kind = null, bool acceptsLikenesses = false) => CheckAsync(Encoding.UTF8.GetBytes(text), kind, acceptsLikenesses);

    /// <summary>The dry run, to its end; an import whose columns are in doubt stays as received.</summary>
    public async Task<Import> CheckAsync(byte[] file, RecordKind? kind = null, bool acceptsLikenesses = false)
    {
        using var content = new MemoryStream(file);
        var import = await Desk.ReceiveAsync(content, "file", kind, acceptsLikenesses, Editor, Token);
        return await EndOfAsync(import.Id, ImportState.Checking);
    }

    /// <summary>Hands a checked import in, and publishes it as another person.</summary>
    public async Task<Import> PublishAsync(Import import)
    {
        await Desk.SubmitAsync(import.Id, Editor, Token);
        await Desk.PublishAsync(import.Id, Reviewer, null, Token);
        return await EndOfAsync(import.Id, ImportState.Publishing);
    }

    public async Task<Import> EndOfAsync(long id, ImportState state)
    {
        for (var until = DateTime.UtcNow + Patience; DateTime.UtcNow < until; await Task.Delay(20, Token))
        {
            if (await Desk.FindAsync(id, Editor, Token) is { } import && import.State != state)
                return import;
        }
        throw new TimeoutException($"The import is still {state}.");
    }

    public Task<IReadOnlyList<ImportLine>> LinesAsync(Import import, ImportOutcome outcome) => Desk.LinesAsync(import.Id, outcome, 0, 1000, Token);

    /// <summary>How many lines of each outcome.</summary>
    public static (int New, int Changed, int Same, int Refused) Counts(Import import) => (import.NewCount, import.ChangedCount, import.SameCount, import.RefusedCount);
}
