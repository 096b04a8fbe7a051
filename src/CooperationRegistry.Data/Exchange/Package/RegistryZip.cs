using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Exchange.Package;

/// <summary>The whole registry as one file, made when it is first asked for in a state of the registry, and then served to all. The same state gives the same bytes.</summary>
public sealed class RegistryZip(IDbContextFactory<RegistryDbContext> contexts, TimeProvider time, PackageSite site) : IAsyncDisposable
{
    // What a zip can date.
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private State? state;
    private Task<KeptZip>? kept;

    private sealed record State(DateTimeOffset? LastChange, long Changes, DateOnly Today, int Due);

    /// <summary>In bytes; null where it was not asked for yet.</summary>
    public long? Length => kept is { IsCompletedSuccessfully: true } made ? made.Result.Length : null;

    /// <summary>The file of the present state, for the caller to close. Many who ask at once wait for one making.</summary>
    public async Task<ZipReading> OpenAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var making = Current(await PresentAsync(cancellationToken));
            // Whoever leaves does not end it for the others.
            var zip = await making.WaitAsync(cancellationToken);
            lock (gate)
            {
                if (zip.Open() is { } reading)
                    return reading;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await ForgetAsync(kept);
        stopping.Dispose();
    }

    private Task<KeptZip> Current(State present)
    {
        lock (gate)
        {
            if (kept is null || kept.IsFaulted || kept.IsCanceled || state != present)
            {
                var before = kept;
                (state, kept) = (present, Task.Run(() => MakeAsync(before)));
            }
            return kept;
        }
    }

    private async Task<State> PresentAsync(CancellationToken cancellationToken)
    {
        await using var snapshot = await RegistrySnapshot.OpenAsync(contexts, cancellationToken);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return new State(snapshot.LastChange, snapshot.Changes, today, await snapshot.DueAsync(today, cancellationToken));
    }

    private async Task<KeptZip> MakeAsync(Task<KeptZip>? before)
    {
        var folder = Directory.CreateTempSubdirectory("cooperation-registry-");
        try
        {
            await using var snapshot = await RegistrySnapshot.OpenAsync(contexts, stopping.Token);
            var files = await new PackageFolder(snapshot, site, folder.FullName).WriteAsync(stopping.Token);
            return await PackAsync(folder.FullName, files, snapshot.LastChange);
        }
        finally
        {
            folder.Delete(recursive: true);
            await ForgetAsync(before);
        }
    }

    private async Task<KeptZip> PackAsync(string folder, IReadOnlyList<string> files, DateTimeOffset? lastChange)
    {
        var zip = KeptZip.Create();
        try
        {
            await using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var path in files)
                {
                    var entry = archive.CreateEntry(path);
                    entry.LastWriteTime = lastChange is { } at && at > Earliest ? at.ToUniversalTime() : Earliest;
                    await using var target = await entry.OpenAsync(stopping.Token);
                    await using var source = File.OpenRead(Path.Combine(folder, path));
                    await source.CopyToAsync(target, stopping.Token);
                }
            }
            await zip.FlushAsync(stopping.Token);
            zip.Position = 0;
            return new KeptZip(zip, Convert.ToHexStringLower(await SHA256.HashDataAsync(zip, stopping.Token)), lastChange);
        }
        catch
        {
            await zip.DisposeAsync();
            throw;
        }
    }

    private async Task ForgetAsync(Task<KeptZip>? making)
    {
        if (making is null)
            return;
        await ((Task)making).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
        {
            if (making.IsCompletedSuccessfully)
                making.Result.Dispose();
        }
    }
}
