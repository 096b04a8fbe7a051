using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests.Site;

/// <summary>An editor and a reviewer at the desks of a site.</summary>
public sealed class Office
{
    private readonly RegistrySite site;

    private Office(RegistrySite site) => this.site = site;

    public Actor Editor { get; } = new(Guid.NewGuid(), "Edith", CanReview: false, IsAdministrator: false);

    public Actor Reviewer { get; } = new(Guid.NewGuid(), "Ravi", CanReview: true, IsAdministrator: false);

    public ProposalDesk Proposals => site.Services.GetRequiredService<ProposalDesk>();

    public ReviewDesk Reviews => site.Services.GetRequiredService<ReviewDesk>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Office> OpenAsync(RegistrySite site)
    {
        var office = new Office(site);
        await using var db = await site.OpenAsync();
        foreach (var actor in new[] { office.Editor, office.Reviewer })
            db.Users.Add(new Account { Id = actor.Id, UserName = $"{actor.Name}-{actor.Id:N}" });
        await db.SaveChangesAsync(Token);
        return office;
    }

    /// <summary>A new record's draft, saved.</summary>
    public async Task<Draft> SaveAsync(RecordContent content, params Companion[] companions)
    {
        var draft = (await Proposals.OpenAsync(content.Record, null, Editor, Token))!;
        draft.Content = content;
        draft.Companions.AddRange(companions);
        await Proposals.SaveDraftAsync(draft, Editor, Token);
        return draft;
    }

    /// <summary>A new record, handed in.</summary>
    public async Task<Draft> SubmitAsync(RecordContent content, params Companion[] companions)
    {
        var draft = await SaveAsync(content, companions);
        await Proposals.SubmitAsync(draft.Id, Editor, Token);
        return draft;
    }

    public async Task<PublishedRecord> PublishAsync(RecordContent content, params Companion[] companions) =>
        await Reviews.PublishAsync((await SubmitAsync(content, companions)).Id, Reviewer, null, Token);

    /// <summary>A published record's next revision, handed in.</summary>
    public async Task<Draft> SubmitChangeAsync<TContent>(string id, Action<TContent> change)
        where TContent : RecordContent, new()
    {
        var draft = (await Proposals.OpenAsync(new TContent().Record, id, Editor, Token))!;
        change((TContent)draft.Content);
        await Proposals.SaveDraftAsync(draft, Editor, Token);
        await Proposals.SubmitAsync(draft.Id, Editor, Token);
        return draft;
    }

    public async Task<PublishedRecord> ChangeAsync<TContent>(string id, Action<TContent> change)
        where TContent : RecordContent, new() =>
        await Reviews.PublishAsync((await SubmitChangeAsync(id, change)).Id, Reviewer, null, Token);
}
