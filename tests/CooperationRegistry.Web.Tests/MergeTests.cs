using System.Net;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

public sealed class MergeTests(RegistrySite site) : IClassFixture<RegistrySite>, IAsyncLifetime
{
    // Each test has entries of its own: merged ones do not come back.
    private static int count;

    private readonly string id = $"t{Interlocked.Increment(ref count)}";
    private Office office = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private MergeDesk Merging => site.Services.GetRequiredService<MergeDesk>();

    // Downwards: a number that a file brings lifts the sequence above it, so that no later record is given one of these.
    private string Numbered(string prefix) => $"{prefix}-{900_000 - int.Parse(id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)}";

    public async ValueTask InitializeAsync() => office = await Office.OpenAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Merged_partner_is_replaced_wherever_it_is_named_and_each_record_gets_a_revision()
    {
        await LoadPartnersAsync();
        var number = await LoadAgreementAsync(p => p.Parties[1].OnBehalfOfPartner = "new-" + id, "old-" + id);
        var project = TestData.Project("Park " + id);
        project.Organisations = [new ProjectOrganisation { Key = "o1", Partner = "old-" + id }];
        var child = TestData.Partner("Child " + id);
        child.ParentPartner = "old-" + id;
        var heir = TestData.Partner("Heir " + id);
        heir.Successions = [new Succession { Key = "s1", Partner = "old-" + id }];
        var projectId = Numbered("PR");
        await site.LoadAsync(TestData.Line(projectId, project), TestData.Line("child-" + id, child), TestData.Line("heir-" + id, heir));

        var preview = await Merging.PreviewAsync(RecordKind.Partner, "old-" + id, "new-" + id, Token);
        Assert.Empty(preview.Problems);
        Assert.Equal([number, "child-" + id, "heir-" + id, projectId], preview.Records.Select(r => r.Id));
        Assert.Equal(($"Old {id}", $"New {id}", "Pact " + id), (preview.FromName, preview.IntoName, preview.Records[0].Title));
        var merged = await MergeAsync(RecordKind.Partner, "old-" + id, "new-" + id, "They moved house.");

        Assert.Equal(("new-" + id, 2), (merged.Id, merged.Revision));
        Assert.Equal("new-" + id, (await ReadAsync<AgreementContent>(number)).Parties[1].Partner);
        Assert.Equal("new-" + id, (await ReadAsync<ProjectContent>(projectId)).Organisations[0].Partner);
        Assert.Equal("new-" + id, (await ReadAsync<PartnerContent>("child-" + id)).ParentPartner);
        Assert.Equal("new-" + id, (await ReadAsync<PartnerContent>("heir-" + id)).Successions[0].Partner);
        await using var db = await site.OpenAsync();
        Assert.False(await db.Partners.AnyAsync(p => p.Id == "old-" + id, Token));
        var notes = await db.Revisions.Where(r => r.RecordId == number || r.RecordId == projectId || r.RecordId.EndsWith("-" + id)).OrderBy(r => r.RecordId).ThenBy(r => r.Number).Select(r => $"{r.RecordId} {r.Number} {r.Note}").ToListAsync(Token);
        Assert.Contains($"old-{id} 1 Loaded from a file.", notes);
        Assert.Equal(5, notes.Count(n => n.EndsWith($" 2 Merged Old {id} (old-{id}) into new-{id}. They moved house.", StringComparison.Ordinal)));
        var row = await db.AgreementListings.Include(l => l.Words).SingleAsync(l => l.AgreementId == number, Token);
        Assert.Equal(("new-" + id, 2), (Assert.Single(row.PartnerIds), row.Revision));
        Assert.Equal([$"New {id}"], row.Partners);
        Assert.Contains($"Old {id}", row.Words!.Text, StringComparison.Ordinal);
        var entry = await db.AuditEntries.SingleAsync(e => e.Action == "record.merged" && e.Subject.StartsWith("old-" + id), Token);
        Assert.Equal(("Ravi", $"old-{id} into new-{id} r2"), (entry.Actor, entry.Subject));
        Assert.Empty((await new AuditVerification(db).RunAsync(Token)).Faults);
    }

    [Fact]
    public async Task Merged_city_is_replaced_wherever_it_is_named()
    {
        await LoadCitiesAsync();
        var (stat, partner, project, agreement) = (new CapacityStatContent { City = Old, Quantity = new Quantity { Amount = 5, Unit = Unit.Megawatt } }, TestData.Partner("Seated " + id, seat: Old), TestData.Project("Hall " + id), await LoadAgreementAsync(a =>
        {
            a.SigningEvent = new SigningEvent { City = Old };
            a.Parties[0].City = Old;
            a.Parties[0].OnBehalfOfCity = Old;
        }));
        project.City = Old;
        project.Organisations = [new ProjectOrganisation { Key = "o1", City = Old }];
        var (statId, projectId) = (Numbered("CS"), Numbered("PR"));
        await site.LoadAsync(TestData.Line($"cn-part-{id}", TestData.City("Part", "CN", Old)), TestData.Line("seated-" + id, partner), TestData.Line(projectId, project), TestData.Line(statId, stat));

        await MergeAsync(RecordKind.City, Old, New);

        var after = await ReadAsync<AgreementContent>(agreement);
        Assert.Equal((New, New, New), (after.Parties[0].City, after.Parties[0].OnBehalfOfCity, after.SigningEvent!.City));
        Assert.Equal(New, (await ReadAsync<CityContent>($"cn-part-{id}")).ParentCity);
        Assert.Equal(New, (await ReadAsync<PartnerContent>("seated-" + id)).Seat);
        Assert.Equal((New, New), ((await ReadAsync<ProjectContent>(projectId)).City, (await ReadAsync<ProjectContent>(projectId)).Organisations[0].City));
        Assert.Equal(New, (await ReadAsync<CapacityStatContent>(statId)).City);
    }

    [Fact]
    public async Task Entry_that_stays_takes_over_names_ids_and_their_citations()
    {
        var from = TestData.Partner("Old " + id);
        from.Names.AddRange(
        [
            new PartnerName { Key = "n2", Text = "旧" + id, Language = "zh-Hans", Kind = PartnerNameKind.Official },
            new PartnerName { Key = "n3", Text = "OLD" + id, Language = "en", Kind = PartnerNameKind.Acronym },
            new PartnerName { Key = "n4", Text = "Older " + id, Language = "en", Kind = PartnerNameKind.Former, Until = new EdtfDate("1999") },
            new PartnerName { Key = "n5", Text = "New " + id, Language = "en", Kind = PartnerNameKind.Variant },
        ]);
        from.ExternalIds = [new ExternalId { Key = "x1", Scheme = ExternalIdScheme.Wikidata, Value = "Q1" }, new ExternalId { Key = "x2", Scheme = ExternalIdScheme.Ticker, Value = "XSHE:1" }];
        from.Citations =
        [
            new Citation { Key = "ci1", Source = "SR-000001", Supports = ["names/n2", "names/n4/until", "kind"], Locator = "page 3" },
            new Citation { Key = "ci2", Source = "SR-000001", Supports = ["country"] },
            new Citation { Key = "ci3", Source = "SR-000001", Supports = ["externalIds/x2/value"] },
        ];
        var into = TestData.Partner("New " + id);
        into.ExternalIds = [new ExternalId { Key = "x1", Scheme = ExternalIdScheme.Wikidata, Value = "Q2" }];
        into.Citations = [new Citation { Key = "ci1", Source = "SR-000001", Supports = ["names/n1"] }];
        await site.LoadAsync(TestData.Line("SR-000001", TestData.Source("A source")), TestData.Line("old-" + id, from), TestData.Line("new-" + id, into));

        await MergeAsync(RecordKind.Partner, "old-" + id, "new-" + id);

        var after = await ReadAsync<PartnerContent>("new-" + id);
        Assert.Equal(
            [("n1", $"New {id}", PartnerNameKind.Official), ("n2", $"Old {id}", PartnerNameKind.Variant), ("n3", $"旧{id}", PartnerNameKind.Variant), ("n4", $"OLD{id}", PartnerNameKind.Acronym), ("n5", $"Older {id}", PartnerNameKind.Former)],
            after.Names.Select(n => (n.Key, n.Text, n.Kind)));
        Assert.Equal("1999", after.Names[4].Until?.Text);
        Assert.Equal([("x1", "Q2"), ("x2", "XSHE:1")], after.ExternalIds.Select(x => (x.Key, x.Value)));
        Assert.Equal(["ci1 names/n1", "ci2 names/n3 names/n5/until", "ci3 externalIds/x2/value"], after.Citations.Select(c => $"{c.Key} {string.Join(' ', c.Supports)}"));
        Assert.Equal("page 3", after.Citations[1].Locator);
    }

    [Fact]
    public async Task Merged_address_leads_to_the_one_that_stays_through_every_later_merge()
    {
        await LoadCitiesAsync();
        await site.LoadAsync(TestData.Line($"cn-last-{id}", TestData.City("Last " + id)));
        var number = await LoadAgreementAsync(a => a.Parties[0].City = Old);
        await MergeAsync(RecordKind.City, Old, New);
        await MergeAsync(RecordKind.City, New, $"cn-last-{id}");

        using var response = await site.Client.GetAsync(new Uri($"/cities/{Old}?lang=zh-Hans", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal($"/cities/cn-last-{id}?lang=zh-Hans", response.Headers.Location?.OriginalString);
        var page = await site.PageAsync($"/cities/cn-last-{id}");
        Assert.Contains($"Former entry Old {id} ({Old}) joined on 1 March 2026", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Former entry New {id} ({New}) joined on", page.Body!.TextContent, StringComparison.Ordinal);
        foreach (var address in new[] { $"/agreements?city={Old}", $"/agreements?city={New}", $"/agreements.csv?city={Old}" })
            Assert.Contains(number, await site.Client.GetStringAsync(new Uri(address, UriKind.Relative), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merged_partner_leads_to_the_one_that_stays_and_its_filter_too()
    {
        await LoadPartnersAsync();
        var number = await LoadAgreementAsync(null, "old-" + id);
        await MergeAsync(RecordKind.Partner, "old-" + id, "new-" + id);

        using var response = await site.Client.GetAsync(new Uri($"/partners/old-{id}", UriKind.Relative), Token);
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/partners/new-{id}"), (response.StatusCode, response.Headers.Location?.OriginalString));
        Assert.Contains(number, await site.Client.GetStringAsync(new Uri($"/agreements.csv?partner=old-{id}", UriKind.Relative), Token), StringComparison.Ordinal);
        Assert.Contains($"Former entry Old {id}", (await site.PageAsync($"/partners/new-{id}")).Body!.TextContent, StringComparison.Ordinal);
        var suggestions = site.Services.GetRequiredService<RecordSuggestions>();
        Assert.Equal("new-" + id, Assert.Single(await suggestions.FindAsync($"Old {id}", [RecordKind.Partner], 1, Token)).Id);
    }

    [Fact]
    public async Task Drafts_and_waiting_proposals_go_on_with_the_entry_that_stays()
    {
        await LoadPartnersAsync();
        var number = await LoadAgreementAsync(null, "old-" + id);
        var draft = await office.SaveAsync(TestData.Agreement("Draft " + id, TestData.PartnerParty("p1", "old-" + id)));
        var companion = await office.SubmitAsync(
            TestData.Agreement("Waiting " + id, TestData.CityParty("p1", $"cn-place-{id}"), TestData.PartnerParty("p2", "~1")),
            new Companion { Id = "~1", Content = TestChild() });
        var change = await office.SubmitChangeAsync<AgreementContent>(number, a => a.Summary = LocalizedText.En("Changed"));
        var ofOld = await office.SubmitChangeAsync<PartnerContent>("old-" + id, p => p.About = LocalizedText.En("Gone"));
        var ofNew = await office.SubmitChangeAsync<PartnerContent>("new-" + id, p => p.About = LocalizedText.En("Stays"));
        var untouched = await office.SaveAsync(TestData.Partner($"\"old-{id}\""));

        var preview = await Merging.PreviewAsync(RecordKind.Partner, "old-" + id, "new-" + id, Token);
        Assert.Equal((4, 1), (preview.Drafts, preview.Withdrawn));
        await MergeAsync(RecordKind.Partner, "old-" + id, "new-" + id);

        Assert.Equal("new-" + id, ((AgreementContent)(await office.Proposals.FindAsync(draft.Id, office.Editor, Token))!.Content).Parties[0].Partner);
        var gone = (await office.Proposals.FindAsync(ofOld.Id, office.Editor, Token))!;
        Assert.Equal(ProposalState.Withdrawn, gone.State);
        Assert.Contains($"into new-{id}", gone.Note, StringComparison.Ordinal);
        foreach (var waiting in new[] { companion, change, ofNew })
            await office.Reviews.PublishAsync(waiting.Id, office.Reviewer, null, Token);
        Assert.Equal(("new-" + id, "Changed"), ((await ReadAsync<AgreementContent>(number)).Parties[1].Partner, (await ReadAsync<AgreementContent>(number)).Summary!["en"]));
        var survivor = await ReadAsync<PartnerContent>("new-" + id);
        Assert.Equal(("Stays", $"Old {id}"), (survivor.About!["en"], survivor.Names[1].Text));
        await using var db = await site.OpenAsync();
        Assert.True(await db.Partners.AnyAsync(p => p.Content.ParentPartner == "new-" + id, Token));
        Assert.Equal(1, (await db.Proposals.SingleAsync(p => p.Id == untouched.Id, Token)).Version);

        // A window that was open before the merge does not bring the old id back.
        var refused = await Assert.ThrowsAsync<DeskException>(() => office.Proposals.SaveDraftAsync(draft, office.Editor, Token));
        Assert.Equal("changedElsewhere", refused.Code);

        PartnerContent TestChild()
        {
            var child = TestData.Partner("Waiting child " + id);
            child.ParentPartner = "old-" + id;
            return child;
        }
    }

    [Fact]
    public async Task Merged_id_is_refused_with_the_one_to_use_and_never_given_again()
    {
        await LoadPartnersAsync();
        await MergeAsync(RecordKind.Partner, "old-" + id, "new-" + id);

        var named = await Assert.ThrowsAsync<FileRefusedException>(() => LoadAgreementAsync(null, "old-" + id));
        Assert.Contains($"parties/p2/partner: 'old-{id}' This record was merged into new-{id}. Use new-{id} instead.", Assert.Single(named.Problems).ToString(), StringComparison.Ordinal);
        var again = await Assert.ThrowsAsync<FileRefusedException>(() => site.LoadAsync(TestData.Line("old-" + id, TestData.Partner("Back"))));
        Assert.Equal((Rule.RecordMerged, "id"), (again.Problems[0].Problem.Rule, again.Problems[0].Problem.Path));
        Assert.Equal($"old-{id}-2", (await office.PublishAsync(TestData.Partner($"Old {id}"))).Id);
        Assert.Equal(Rule.RecordMerged, Assert.Single((await Merging.PreviewAsync(RecordKind.Partner, "old-" + id, "new-" + id, Token)).Problems).Rule);
    }

    [Fact]
    public async Task Merge_that_would_break_a_rule_is_refused_and_changes_nothing()
    {
        await LoadPartnersAsync();
        var number = await LoadAgreementAsync(a => a.Parties.Add(TestData.PartnerParty("p3", "new-" + id)), "old-" + id);
        var child = TestData.Partner("Child " + id);
        child.ParentPartner = "old-" + id;
        var grandchild = TestData.Partner("Grandchild " + id);
        grandchild.ParentPartner = "child-" + id;
        var heir = TestData.Partner("Heir " + id);
        heir.Successions = [new Succession { Key = "s1", Partner = "old-" + id }];
        await site.LoadAsync(TestData.Line("child-" + id, child), TestData.Line("grandchild-" + id, grandchild), TestData.Line("heir-" + id, heir), TestData.Line($"de-far-{id}", TestData.City("Far", "DE")));
        await using var db = await site.OpenAsync();
        var before = await TableCounts.ReadAsync(db, Token);

        (RecordKind Kind, string From, string Into, Rule Rule, string Path)[] wrong =
        [
            (RecordKind.Partner, "old-" + id, "new-" + id, Rule.PartyTwice, number + "/parties/p3"),
            (RecordKind.Partner, "old-" + id, "old-" + id, Rule.MergeWithItself, "into"),
            (RecordKind.Partner, "old-" + id, "grandchild-" + id, Rule.MergeOfRelated, "into"),
            (RecordKind.Partner, "grandchild-" + id, "old-" + id, Rule.MergeOfRelated, "into"),
            (RecordKind.Partner, "old-" + id, "heir-" + id, Rule.MergeOfRelated, "into"),
            (RecordKind.Partner, "old-" + id, "nobody", Rule.UnknownRecord, "into"),
            (RecordKind.Partner, "'; --", "new-" + id, Rule.UnknownRecord, "from"),
            (RecordKind.City, $"cn-place-{id}", $"de-far-{id}", Rule.MergeAcrossCountries, "into"),
        ];
        foreach (var (kind, from, into, rule, path) in wrong)
        {
            var preview = Assert.Single((await Merging.PreviewAsync(kind, from, into, Token)).Problems);
            Assert.Equal((rule, path), (preview.Rule, preview.Path));
            var refused = await Assert.ThrowsAsync<RefusedException>(() => Merging.MergeAsync(kind, from, into, office.Reviewer, null, Token));
            Assert.Equal(rule, Assert.Single(refused.Problems).Rule);
        }
        var editor = await Assert.ThrowsAsync<DeskException>(() => Merging.MergeAsync(RecordKind.Partner, "heir-" + id, "new-" + id, office.Editor, null, Token));
        Assert.Equal("notAReviewer", editor.Code);
        Assert.Equal(before, await TableCounts.ReadAsync(db, Token));
    }

    private string Old => $"cn-old-{id}";

    private string New => $"cn-new-{id}";

    private Task<int> LoadPartnersAsync() => site.LoadAsync(TestData.Line("old-" + id, TestData.Partner("Old " + id)), TestData.Line("new-" + id, TestData.Partner("New " + id)), TestData.Line($"cn-place-{id}", TestData.City("Place " + id)));

    private Task<int> LoadCitiesAsync() => site.LoadAsync(TestData.Line(Old, TestData.City("Old " + id)), TestData.Line(New, TestData.City("New " + id)), TestData.Line($"cn-place-{id}", TestData.City("Place " + id)), TestData.Line("other-" + id, TestData.Partner("Other " + id)));

    private async Task<string> LoadAgreementAsync(Action<AgreementContent>? change, string? partner = null)
    {
        var number = Numbered("CR");
        var agreement = TestData.Agreement("Pact " + id, TestData.CityParty("p1", $"cn-place-{id}"), TestData.PartnerParty("p2", partner ?? "other-" + id));
        change?.Invoke(agreement);
        await site.LoadAsync(TestData.Line(number, agreement));
        return number;
    }

    private Task<PublishedRecord> MergeAsync(RecordKind kind, string from, string into, string? note = null) => Merging.MergeAsync(kind, from, into, office.Reviewer, note, Token);

    private async Task<TContent> ReadAsync<TContent>(string record)
        where TContent : RecordContent, new()
    {
        await using var db = await site.OpenAsync();
        return (TContent)(await db.FindRecordAsync(new TContent().Record, record, Token))!.Body;
    }
}
