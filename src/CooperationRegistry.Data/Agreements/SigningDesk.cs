using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Reviewing;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Agreements;

/// <summary>A published agreement that was signed at the same event and tells of it otherwise.</summary>
public sealed record SharedSigningOffer(string Id, string Name, AgreementContent Content);

/// <summary>Keeps what agreements signed at one event say of it together, by offering; nothing is changed unasked.</summary>
public sealed class SigningDesk(IDbContextFactory<RegistryDbContext> contexts, ProposalDesk proposals)
{
    public async Task<IReadOnlyList<SharedSigningOffer>> DifferingAsync(AgreementContent agreement, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var others = await db.Agreements.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        return [.. others.Where(o => !SharedSigningEvents.AreAlike(agreement, o.Content)).Select(o => new SharedSigningOffer(o.Id, RecordTitles.Of(o.Content, "en"), o.Content))];
    }

    /// <summary>Puts this agreement's signing event into the actor's draft of the other one, where it waits to be read over and submitted.</summary>
    /// <exception cref="DeskException">There is no such agreement.</exception>
    public async Task OfferAsync(string otherId, AgreementContent from, Actor actor, CancellationToken cancellationToken)
    {
        var draft = await proposals.OpenAsync(RecordKind.Agreement, otherId, actor, cancellationToken)
            ?? throw new DeskException("unknownRecord", $"There is no agreement {otherId}.");
        var other = (AgreementContent)draft.Content;
        other.SigningEvent = SharedSigningEvents.For(other, from);
        await proposals.SaveDraftAsync(draft, actor, cancellationToken);
    }
}
