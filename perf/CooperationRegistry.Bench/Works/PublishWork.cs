using System.Diagnostics;
using System.Globalization;
using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Bench.Registries;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Reviewing;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Bench.Works;

/// <summary>
/// What a reviewer waits for after the click: the desk that the page asks, with the rights of the server. New agreements and changed
/// ones by turns.
/// </summary>
internal sealed class PublishWork : Work
{
    private const int Counted = 24;
    private const int Warming = 8;
    private const double Most = 1.5;

    public override string Name => "publish";

    public override async Task<IReadOnlyList<Measurement>> MeasureAsync(Stage stage, CancellationToken cancellationToken)
    {
        await using var large = await PublishingOffice.OpenAsync(stage, stage.Registry, cancellationToken);
        if (stage.Smallest.Agreements == stage.Registry.Agreements)
            return [Measurement.NotMeasured("One publish in the workspace", "≤ 1.5 × the same in the smallest registry", "The run has only one size.")];
        await using var small = await PublishingOffice.OpenAsync(stage, stage.Smallest, cancellationToken);
        var (ours, floor) = (new List<double>(), new List<double>());
        for (var number = 0; number < Warming + Counted; number++)
        {
            var isNew = number % 2 == 0;
            var (one, other) = (await large.PublishAsync(isNew, cancellationToken), await small.PublishAsync(isNew, cancellationToken));
            if (number < Warming)
                continue;
            ours.Add(one);
            floor.Add(other);
        }
        var ratio = ours.Median() / floor.Median();
        return
        [
            new Measurement(
                string.Create(CultureInfo.InvariantCulture, $"One publish in the workspace at {stage.Agreements:#,0} agreements, beside the same at {stage.Smallest.Agreements:#,0}"),
                Written.Of(ours.Median(), "ms"), Written.Of(floor.Median(), "ms"), ratio, "≤ 1.5 ×", ratio <= Most)
            {
                Figures = new Dictionary<string, double>
                {
                    ["oursMedianMilliseconds"] = ours.Median(),
                    ["oursP95Milliseconds"] = ours.Quantile(0.95),
                    ["floorMedianMilliseconds"] = floor.Median(),
                    ["floorP95Milliseconds"] = floor.Quantile(0.95),
                },
                Note = string.Create(CultureInfo.InvariantCulture, $"Medians of {Counted} each, new agreements and changed ones by turns; p95 {Written.Of(ours.Quantile(0.95))} and {Written.Of(floor.Quantile(0.95))} ms."),
            },
        ];
    }

    public override async Task<IReadOnlyList<Growth>> GrowAsync(Stage stage, CancellationToken cancellationToken)
    {
        await using var office = await PublishingOffice.OpenAsync(stage, stage.Registry, cancellationToken);
        var times = new List<double>();
        for (var number = 0; number < Warming + Counted; number++)
            times.Add(await office.PublishAsync(number % 2 == 0, cancellationToken));
        return [new Growth("One publish in the workspace", "ms", times.Skip(Warming).Median())];
    }

    /// <summary>An editor and a reviewer over a copy of a registry.</summary>
    private sealed class PublishingOffice : IAsyncDisposable
    {
        private readonly RegistryCopy copy;
        private readonly NewAgreements made;
        private readonly Queue<string> changed;
        private readonly Actor editor;
        private readonly Actor reviewer;

        private PublishingOffice(RegistryCopy copy, NewAgreements made, IEnumerable<string> changed, Actor editor, Actor reviewer) =>
            (this.copy, this.made, this.changed, this.editor, this.reviewer) = (copy, made, new Queue<string>(changed), editor, reviewer);

        private ProposalDesk Proposals => copy.Services.GetRequiredService<ProposalDesk>();

        public static async Task<PublishingOffice> OpenAsync(Stage stage, Registry registry, CancellationToken cancellationToken)
        {
            var copy = await RegistryCopy.MakeAsync(stage, registry, cancellationToken);
            try
            {
                await using var source = copy.OpenOwner();
                return new PublishingOffice(
                    copy,
                    await NewAgreements.OfAsync(copy, stage.Seed, cancellationToken),
                    await source.ListAsync<string>($"SELECT id FROM agreements ORDER BY md5(id) LIMIT {Warming + Counted}", cancellationToken),
                    RegistryCopy.ActorOf(await copy.JoinAsync(RoleName.Editor), RoleName.Editor),
                    RegistryCopy.ActorOf(await copy.JoinAsync(RoleName.Reviewer), RoleName.Reviewer));
            }
            catch
            {
                await copy.DisposeAsync();
                throw;
            }
        }

        /// <returns>In milliseconds, without what the editor did before.</returns>
        public async Task<double> PublishAsync(bool isNew, CancellationToken cancellationToken)
        {
            var proposal = isNew ? await ProposeNewAsync(cancellationToken) : await ProposeChangeAsync(cancellationToken);
            var started = Stopwatch.GetTimestamp();
            await copy.Services.GetRequiredService<ReviewDesk>().PublishAsync(proposal.Id, reviewer, null, cancellationToken);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        public ValueTask DisposeAsync() => copy.DisposeAsync();

        private Task<Draft> ProposeNewAsync(CancellationToken cancellationToken) =>
            Proposals.HandInAsync(new Draft { Kind = RecordKind.Agreement, Content = made.Next(), Author = editor.Name, AuthorId = editor.Id }, editor, "bench", cancellationToken);

        private async Task<Draft> ProposeChangeAsync(CancellationToken cancellationToken)
        {
            var draft = (await Proposals.OpenAsync(RecordKind.Agreement, changed.Dequeue(), editor, cancellationToken))!;
            ((AgreementContent)draft.Content).Title["en"] = made.Next().Title["en"];
            return await Proposals.HandInAsync(draft, editor, "bench", cancellationToken);
        }
    }
}
