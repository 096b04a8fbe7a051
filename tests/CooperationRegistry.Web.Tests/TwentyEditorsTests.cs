using System.Collections.Concurrent;
using System.Threading.Channels;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>Twenty editors hand in four hundred proposals on fifty records while three reviewers publish: nobody's work is lost.</summary>
public sealed class TwentyEditorsTests(RegistrySite site) : IClassFixture<RegistrySite>
{
    private const int Editors = 20;
    private const int Reviewers = 3;
    private const int ProposalsEach = 20;
    private const int Partners = 30;
    private const int Agreements = 20;

    private readonly Channel<(long Proposal, TaskCompletionSource<PublishedRecord?> Answer)> queue = Channel.CreateUnbounded<(long, TaskCompletionSource<PublishedRecord?>)>();
    private readonly ConcurrentBag<(string Mark, PublishedRecord Published)> accepted = [];
    private int refusals;

    private ProposalDesk Proposals => site.Services.GetRequiredService<ProposalDesk>();

    private ReviewDesk Reviews => site.Services.GetRequiredService<ReviewDesk>();

    [Fact]
    public async Task Proposals_of_twenty_editors_at_once_all_become_revisions_and_none_is_lost()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(5));
        var token = patience.Token;
        var ids = await LoadAsync();
        var reviewing = await Task.WhenAll(Enumerable.Range(0, Reviewers).Select(n => HireAsync($"Reviewer {n}", canReview: true, token)));
        var editing = await Task.WhenAll(Enumerable.Range(0, Editors).Select(n => HireAsync($"Editor {n}", canReview: false, token)));

        var reviews = reviewing.Select(r => Task.Run(() => ReviewAsync(r, token), token)).ToArray();
        var work = editing.Index().Select(e => Task.Run(() => EditAsync(e.Item, e.Index, ids, token), token)).ToArray();
        await Task.WhenAll(work);
        queue.Writer.Complete();
        await Task.WhenAll(reviews);
        TestContext.Current.SendDiagnosticMessage($"{accepted.Count} accepted, {refusals} refused as stale and made again.");

        Assert.Equal(Editors * ProposalsEach, accepted.Count);
        Assert.NotEqual(0, refusals);
        await using var db = await site.OpenAsync();
        await EveryRevisionIsThereAsync(db, token);
        Assert.Empty((await new AuditVerification(db).RunAsync(token)).Faults);
        await ListingsAgreeAsync(db, token);
    }

    private async Task<List<(RecordKind Kind, string Id)>> LoadAsync()
    {
        var partners = Enumerable.Range(1, Partners).Select(n => $"office-{n}").ToList();
        var agreements = Enumerable.Range(1, Agreements).Select(n => $"CR-{n:D6}").ToList();
        await site.LoadAsync(
        [
            .. partners.Select((id, n) => TestData.Line(id, TestData.Partner($"Office {n}"))),
            .. agreements.Select((id, n) => TestData.Line(id, TestData.Agreement($"Pact {n}", TestData.PartnerParty("p1", partners[n]), TestData.PartnerParty("p2", partners[n + 1])))),
        ]);
        return [.. partners.Select(id => (RecordKind.Partner, id)), .. agreements.Select(id => (RecordKind.Agreement, id))];
    }

    private async Task<Actor> HireAsync(string name, bool canReview, CancellationToken token)
    {
        var actor = new Actor(Guid.NewGuid(), name, canReview, IsAdministrator: false);
        await using var db = await site.OpenAsync();
        db.Users.Add(new Account { Id = actor.Id, UserName = $"{actor.Id:N}" });
        await db.SaveChangesAsync(token);
        return actor;
    }

    private async Task ReviewAsync(Actor reviewer, CancellationToken token)
    {
        await foreach (var (proposal, answer) in queue.Reader.ReadAllAsync(token))
        {
            try
            {
                answer.SetResult(await Reviews.PublishAsync(proposal, reviewer, null, token));
            }
            catch (DeskException refused) when (refused.Code == "stale")
            {
                await Reviews.ReturnAsync(proposal, reviewer, refused.Sentence, new Dictionary<string, string>(), token);
                answer.SetResult(null);
            }
            catch (Exception failed)
            {
                answer.SetException(failed);
            }
        }
    }

    private async Task EditAsync(Actor editor, int number, List<(RecordKind Kind, string Id)> records, CancellationToken token)
    {
        var chance = new Random(number);
        for (var n = 0; n < ProposalsEach; n++)
        {
            var mark = $"mark-{number}-{n}.";
            // Every tenth is of a new record.
            (RecordKind Kind, string? Id) record = n % 10 == 9 ? (RecordKind.Partner, null) : records[chance.Next(records.Count)];
            PublishedRecord? published = null;
            while (published is null)
            {
                var answer = new TaskCompletionSource<PublishedRecord?>(TaskCreationOptions.RunContinuationsAsynchronously);
                var proposal = await HandInAsync(editor, record.Kind, record.Id, mark, token);
                await queue.Writer.WriteAsync((proposal, answer), token);
                published = await answer.Task.WaitAsync(token);
                if (published is not null)
                    break;
                // The returned draft goes, and the record is opened anew.
                Interlocked.Increment(ref refusals);
                await Proposals.WithdrawAsync(proposal, editor, token);
            }
            accepted.Add((mark, published));
        }
    }

    private async Task<long> HandInAsync(Actor editor, RecordKind kind, string? id, string mark, CancellationToken token)
    {
        var draft = (await Proposals.OpenAsync(kind, id, editor, token))!;
        if (id is null)
            draft.Content = TestData.Partner($"New {mark}");
        switch (draft.Content)
        {
            case PartnerContent partner:
                partner.Names.Add(new PartnerName { Key = $"n{partner.Names.Count + 1}", Text = mark, Language = "en", Kind = PartnerNameKind.Former });
                break;
            case AgreementContent agreement:
                agreement.Commitments.Add(new Commitment { Key = $"c{agreement.Commitments.Count + 1}", Text = LocalizedText.En(mark) });
                break;
        }
        await Proposals.SaveDraftAsync(draft, editor, token);
        await Proposals.SubmitAsync(draft.Id, editor, token);
        return draft.Id;
    }

    private async Task EveryRevisionIsThereAsync(RegistryDbContext db, CancellationToken token)
    {
        var revisions = await db.Revisions.AsNoTracking().ToListAsync(token);
        foreach (var record in revisions.GroupBy(r => (r.Kind, r.RecordId)))
            Assert.Equal(Enumerable.Range(1, record.Count()), record.Select(r => r.Number).Order());
        Assert.Equal(Partners + Agreements + accepted.Count, revisions.Count);
        foreach (var (mark, published) in accepted)
        {
            var later = revisions.Where(r => (r.Kind, r.RecordId) == (published.Kind, published.Id) && r.Number >= published.Revision).ToList();
            // Not in its own revision alone: nobody who came after wrote over it.
            Assert.All(later, r => Assert.Contains($"\"{mark}\"", r.Content, StringComparison.Ordinal));
            Assert.DoesNotContain(revisions, r => (r.Kind, r.RecordId) == (published.Kind, published.Id) && r.Number < published.Revision && r.Content.Contains($"\"{mark}\"", StringComparison.Ordinal));
            Assert.Contains($"\"{mark}\"", ContentJson.Write((await db.FindRecordAsync(published.Kind, published.Id, token))!.Body), StringComparison.Ordinal);
        }
        Assert.False(await db.Proposals.AnyAsync(p => p.State != ProposalState.Published && p.State != ProposalState.Withdrawn, token));
    }

    private async Task ListingsAgreeAsync(RegistryDbContext db, CancellationToken token)
    {
        var written = await RowsAsync(db, token);
        var revisions = await db.Agreements.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Revision, token);
        Assert.Equal(revisions.OrderBy(r => r.Key, StringComparer.Ordinal), written.Select(r => KeyValuePair.Create(r.AgreementId, r.Revision)));
        await AgreementListings.ReindexAsync(db, site.Time.GetUtcNow(), token);
        Assert.Equivalent(written, await RowsAsync(db, token), strict: true);
    }

    private static async Task<List<AgreementListing>> RowsAsync(RegistryDbContext db, CancellationToken token)
    {
        db.ChangeTracker.Clear();
        return [.. (await db.AgreementListings.AsNoTracking().ToListAsync(token)).OrderBy(l => l.AgreementId, StringComparer.Ordinal)];
    }
}
