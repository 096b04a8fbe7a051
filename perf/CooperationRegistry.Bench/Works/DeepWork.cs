using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Bench.Works;

/// <summary>A page far down the list, by the cursor that the page before it gives.</summary>
internal sealed class DeepWork : Work
{
    private const double Most = 1.2;
    private const int Depth = 20_000;

    public override string Name => "deep";

    public override async Task<IReadOnlyList<Measurement>> MeasureAsync(Stage stage, CancellationToken cancellationToken)
    {
        var (deep, page) = await DeepAsync(stage, cancellationToken);
        using var reader = new Reader(stage.Server.Address);
        await reader.MedianAsync([deep], stage.Round, cancellationToken);
        await reader.MedianAsync(["/agreements"], stage.Round, cancellationToken);
        var time = await stage.CompareAsync(() => reader.MedianAsync([deep], stage.Round, cancellationToken), () => reader.MedianAsync(["/agreements"], stage.Round, cancellationToken));
        return
        [
            new Measurement($"Page {page} of /agreements by cursor, not cached", Written.Of(time.Ours, "ms"), $"{Written.Of(time.Floor, "ms")} of page 1", time.Ratio, $"≤ {Most}", time.Ratio <= Most)
            {
                Figures = new Dictionary<string, double> { ["oursMilliseconds"] = time.Ours, ["firstPageMilliseconds"] = time.Floor, ["page"] = page },
                Grown = [Line(time.Ours)],
            },
        ];
    }

    public override async Task<IReadOnlyList<Growth>> GrowAsync(Stage stage, CancellationToken cancellationToken)
    {
        var (deep, _) = await DeepAsync(stage, cancellationToken);
        using var reader = new Reader(stage.Server.Address);
        await reader.MedianAsync([deep], stage.Round, cancellationToken);
        return [Line(await stage.MedianAsync(() => reader.MedianAsync([deep], stage.Round, cancellationToken)))];
    }

    private static Growth Line(double milliseconds) => new("A deep page of /agreements", "ms", milliseconds);

    /// <summary>The page of that depth, or the last full one where there are fewer.</summary>
    private static async Task<(string Path, int Page)> DeepAsync(Stage stage, CancellationToken cancellationToken)
    {
        var filter = new AgreementFilter();
        var page = Math.Min(Depth, stage.Agreements / filter.PageSize);
        await using var db = new RegistryDbContext(DatabaseSetup.Options(stage.Registry.Owner));
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        // The last row of the page before, and the first of the page.
        var rows = await db.AgreementListings.InOrder(filter).Skip(((page - 1) * filter.PageSize) - 1).Take(2).AsListed().ToListAsync(cancellationToken);
        var path = $"/agreements?after={AgreementCursor.At(rows[0], filter)}";
        using var reader = new Reader(stage.Server.Address);
        var text = await reader.TextAsync(path, cancellationToken);
        if (!text.Contains(rows[1].AgreementId, StringComparison.Ordinal) || text.Contains(rows[0].AgreementId, StringComparison.Ordinal))
            throw new InvalidOperationException($"The page does not begin with {rows[1].AgreementId}.");
        return (path, page);
    }
}
