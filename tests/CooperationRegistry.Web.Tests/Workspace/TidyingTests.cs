using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Components.Workspace.Editing;

namespace CooperationRegistry.Web.Tests.Workspace;

/// <summary>What a form offers and nobody filled in is not submitted, and is there again afterwards.</summary>
public sealed class TidyingTests
{
    public static TheoryData<RecordKind> Kinds => [.. Enum.GetValues<RecordKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Blank_rows_are_dropped_and_put_back_in_their_order(RecordKind kind)
    {
        var draft = Draft(WithBlanks(kind));
        var before = ContentJson.Write(draft.Content);

        var putBack = draft.DropBlanks();

        Assert.Equal(ContentJson.Write(FormFault.Sound(kind)), ContentJson.Write(draft.Content));
        putBack();
        Assert.Equal(before, ContentJson.Write(draft.Content));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Draft_without_blanks_leaves_the_one_that_is_typed_into_alone(RecordKind kind)
    {
        var draft = Draft(WithBlanks(kind));
        var before = ContentJson.Write(draft.Content);

        var tidy = draft.WithoutBlanks();

        Assert.Equal(ContentJson.Write(FormFault.Sound(kind)), ContentJson.Write(tidy.Content));
        Assert.Equal(before, ContentJson.Write(draft.Content));
    }

    [Fact]
    public void Event_state_and_renewal_of_which_only_the_kind_is_known_are_kept()
    {
        var agreement = new AgreementContent { Events = [new AgreementEvent { Key = "e1" }], Term = new Term { Renewal = Renewal.Automatic } };
        var project = new ProjectContent { States = [new ProjectState { Key = "t1" }] };

        Draft(agreement).DropBlanks();
        Draft(project).DropBlanks();

        Assert.Single(agreement.Events);
        Assert.Equal(Renewal.Automatic, agreement.Term?.Renewal);
        Assert.Single(project.States);
    }

    [Fact]
    public void Row_into_which_something_not_understood_was_typed_is_kept()
    {
        var draft = Draft(TestData.Agreement("A memorandum", TestData.CityParty("p1", "cn-datong"), new Party { Key = "p2" }));
        draft.Unread["parties/p2"] = "CATL";

        draft.DropBlanks();

        Assert.Equal(["p1", "p2"], ((AgreementContent)draft.Content).Parties.Select(p => p.Key));
    }

    [Fact]
    public void Only_name_and_only_parties_are_kept_blank_for_the_form_to_ask_for()
    {
        var city = new CityContent { Names = [new CityName { Key = "n1", Language = "en" }] };
        var agreement = new AgreementContent { Parties = [new Party { Key = "p1" }, new Party { Key = "p2" }] };

        Draft(city).DropBlanks();
        Draft(agreement).DropBlanks();

        Assert.Single(city.Names);
        Assert.Equal(2, agreement.Parties.Count);
    }

    [Fact]
    public void Blank_source_goes_with_its_citation_where_another_is_there()
    {
        var draft = Draft(FormFault.Sound(RecordKind.Agreement), new SourceContent { Language = "en" });
        var agreement = (AgreementContent)draft.Content;
        agreement.Citations.Add(new Citation { Key = "ci2", Source = "~1", Supports = ["title"] });

        var putBack = draft.DropBlanks();

        Assert.Equal(["ci1"], agreement.Citations.Select(c => c.Key));
        Assert.Empty(draft.Companions);
        putBack();
        Assert.Equal(["ci1", "ci2"], agreement.Citations.Select(c => c.Key));
        Assert.Equal("~1", Assert.Single(draft.Companions).Id);
    }

    [Fact]
    public void Only_source_is_kept_blank_for_the_form_to_ask_for()
    {
        var draft = Draft(new AgreementContent { Citations = [new Citation { Key = "ci1", Source = "~1" }] }, new SourceContent());

        draft.DropBlanks();

        Assert.Single(((AgreementContent)draft.Content).Citations);
        Assert.Single(draft.Companions);
    }

    private static Draft Draft(RecordContent content, params RecordContent[] made) =>
        new() { Kind = content.Record, Content = content, Companions = [.. made.Select((c, i) => new Companion { Id = $"~{i + 1}", Content = c })] };

    /// <summary>A sound content with a blank row first and last in every list, and blank parts.</summary>
    private static RecordContent WithBlanks(RecordKind kind)
    {
        var content = FormFault.Sound(kind);
        switch (content)
        {
            case AgreementContent agreement:
                Around(agreement.Parties, key => new Party { Key = key });
                Around(agreement.Signatures, key => new Signature { Key = key });
                Around(agreement.Events[0].Present, key => new Presence { Key = key });
                Around(agreement.Commitments, key => new Commitment { Key = key, Baseline = new Baseline(), Progress = [new Progress { Key = "g1" }] });
                Around(agreement.Amounts, key => new NamedAmount { Key = key });
                Around(agreement.Quantities, key => new NamedQuantity { Key = key });
                Around(agreement.Relations, key => new Relation { Key = key });
                Around(agreement.Attachments, key => new Attachment { Key = key });
                (agreement.SigningEvent, agreement.Term) = (new SigningEvent { Present = [new Presence { Key = "pr1" }] }, new Term());
                break;
            case CityContent city:
                Around(city.Names, key => new CityName { Key = key, Language = "en" });
                Around(city.ExternalIds, key => new ExternalId { Key = key });
                Around(city.Figures, key => new CityFigure { Key = key });
                break;
            case PartnerContent partner:
                Around(partner.Names, key => new PartnerName { Key = key, Language = "en" });
                Around(partner.ExternalIds, key => new ExternalId { Key = key });
                Around(partner.Successions, key => new Succession { Key = key });
                break;
            case ProjectContent project:
                Around(project.Agreements, key => new ProjectAgreement { Key = key });
                Around(project.Organisations, key => new ProjectOrganisation { Key = key });
                Around(project.Capacities, key => new ProjectCapacity { Key = key });
                Around(project.Investments, key => new ProjectInvestment { Key = key });
                break;
            case CapacityStatContent stat:
                stat.Share = new ReportedShare();
                break;
            case SourceContent source:
                source.Attachment = new Attachment();
                break;
        }
        if (content is CitedContent cited)
            Around(cited.Citations, key => new Citation { Key = key });
        return content;
    }

    private static void Around<TItem>(List<TItem> list, Func<string, TItem> blank)
    {
        list.Insert(0, blank("z1"));
        list.Add(blank("z2"));
    }
}
