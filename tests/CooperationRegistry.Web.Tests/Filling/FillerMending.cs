using System.Collections;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Tests.Filling;

/// <summary>What one property's value asks of another's.</summary>
internal sealed partial class ContentFiller
{
    private static readonly Unit[] PowerUnits = [.. Enum.GetValues<Unit>().Where(u => Units.DimensionOf(u) == Dimension.Power)];

    private void Settle(RecordContent content)
    {
        foreach (var (_, branch) in ContentGraph.Branches(content).ToList())
            Mend(branch);
        Point(content);
    }

    private void Mend(object branch)
    {
        switch (branch)
        {
            case AgreementContent agreement:
                if (!agreement.Events.Exists(e => e.Kind is EventKind.Signed))
                    agreement.Events.Add(TestData.Event("e9", EventKind.Signed, Next("signed", FillerValues.Dates)));
                if (!agreement.Events.Exists(e => e.Statement is not null && e.Kind == EventKind.Statement))
                    agreement.Events.Add(new AgreementEvent { Key = "e8", Kind = EventKind.Statement, Statement = Next("said", Enum.GetValues<StatementKind>()), Note = LocalizedText.En("It is.") });
                if (agreement.SigningEvent is { Date: not null } signing)
                    signing.Date = agreement.Events.Find(e => e.Kind == EventKind.Signed)!.Date;
                break;
            case Party party:
                (party.City, party.Partner) = OneOf(party.City, party.Partner, "party");
                if (party is { OnBehalfOfCity: not null, OnBehalfOfPartner: not null })
                    (party.OnBehalfOfCity, party.OnBehalfOfPartner) = OneOf(party.OnBehalfOfCity, party.OnBehalfOfPartner, "behalf");
                break;
            case ProjectOrganisation organisation:
                (organisation.City, organisation.Partner) = OneOf(organisation.City, organisation.Partner, "organisation");
                break;
            case AgreementEvent happened:
                happened.Statement = happened.Kind == EventKind.Statement ? happened.Statement : null;
                happened.Note ??= happened.Kind == EventKind.Statement ? LocalizedText.En("It will be.") : null;
                (happened.NotBefore, happened.NotAfter) = InOrder(happened.NotBefore, happened.NotAfter);
                break;
            case Attachment attachment:
                var file = Next("file", TestFiles.All);
                (attachment.Sha256, attachment.MediaType, attachment.Length) = (TestFiles.Fingerprint(file.Bytes), file.MediaType, file.Bytes.Length);
                break;
            case Presence { Person: null, Organisation: null, Party: null } presence:
                presence.Person = "Somebody";
                break;
            case Term { Months: null, End: null, Renewal: null, Note: null } term:
                term.Months = 24;
                break;
            case Baseline { Quantity: null, Money: null, Note: null } baseline:
                baseline.Note = LocalizedText.En("None.");
                break;
            case Progress { Quantity: null, Money: null, Note: null } progress:
                progress.Note = LocalizedText.En("Some.");
                break;
            case CityFigure { Quantity: null, Money: null } figure:
                figure.Quantity = new Quantity { Amount = 7.0m, Unit = Unit.Percent };
                break;
            case Quantity quantity:
                quantity.UpperAmount = quantity.Qualifier == Qualifier.Range ? quantity.Amount + 1.50m : null;
                break;
            case Money money:
                money.UpperAmount = money.Qualifier == Qualifier.Range ? money.Amount + 1.50m : null;
                if (money.SecondAmount is null || money.SecondCurrency is null)
                    (money.SecondAmount, money.SecondCurrency, money.PrintedRate) = (null, null, null);
                break;
            case CapacityStatContent stat:
                stat.Technology = stat.Metric == CapacityMetric.Technology ? stat.Technology ?? CodeLists.Technologies.All[0].Value : null;
                stat.Quantity!.Unit = Next("power", PowerUnits);
                if (stat.Share?.Whole is { } whole)
                    whole.Unit = Next("power", PowerUnits);
                break;
            case ReportedShare { Percent: null, Whole: null } share:
                share.Percent = 24.60m;
                break;
            case ProjectContent project:
                project.Jobs?.Unit = Unit.Job;
                project.Count?.Unit = Unit.Each;
                project.Place ??= project.City is null ? LocalizedText.En("Somewhere") : null;
                break;
            case CityContent city:
                if (!city.Names.Exists(n => n.Kind == CityNameKind.Official))
                    city.Names.Add(new CityName { Key = "n9", Text = Next("official", FillerValues.Texts), Language = "en" });
                city.Country = city.Subdivision?[..2] ?? city.Country;
                break;
            case PartnerContent partner:
                if (!partner.Names.Exists(n => n.Kind == PartnerNameKind.Official))
                    partner.Names.Add(new PartnerName { Key = "n9", Text = Next("official", FillerValues.Texts), Language = "en" });
                partner.Country = partner.Subdivision?[..2] ?? partner.Country ?? (partner.Kind is PartnerKind.InternationalOrganisation or PartnerKind.DevelopmentBank ? null : "DK");
                break;
            case SourceContent { Url: null, Publisher: null, Attachment: null } source:
                source.Publisher = "A newspaper";
                break;
            case ExternalId id:
                id.Value = FillerValues.ExternalId(id.Scheme);
                break;
            case ProjectState state:
                (state.NotBefore, state.NotAfter) = InOrder(state.NotBefore, state.NotAfter);
                break;
        }
    }

    private (string? City, string? Partner) OneOf(string? city, string? partner, string turn) =>
        Next(turn, [true, false])
            ? (city ?? Next(turn + "city", existing[RecordKind.City]), null)
            : (null, partner ?? Next(turn + "partner", existing[RecordKind.Partner]));

    private static (EdtfDate? NotBefore, EdtfDate? NotAfter) InOrder(EdtfDate? notBefore, EdtfDate? notAfter) =>
        notBefore?.Earliest > notAfter?.Latest ? (notAfter, notBefore) : (notBefore, notAfter);

    // Keys and paths lead to what is there now.
    private void Point(RecordContent content)
    {
        var paths = ContentGraph.Branches(content).Select(b => b.Path).Concat(ContentGraph.Nodes(content).Select(n => n.Path))
            .Where(p => p.Length > 0 && !p.StartsWith("citations", StringComparison.Ordinal) && !p.StartsWith("disputes", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        foreach (var node in ContentGraph.Nodes(content).Where(n => n.Value is not null).ToList())
        {
            if (node.Property.Rule<KeyOfAttribute>() is { } key)
                Set(node, [.. ((IEnumerable)content.GetType().GetProperty(char.ToUpperInvariant(key.List[0]) + key.List[1..])!.GetValue(content)!).Cast<IKeyed>().Select(i => i.Key)]);
            else if (node.Property.Rule<ContentPathAttribute>() is not null)
                Set(node, paths);
        }
    }

    private void Set(ContentNode node, IReadOnlyList<string> values)
    {
        if (node.Value is not List<string> list)
        {
            node.Property.Set(node.Owner, Next("point", values));
            return;
        }
        // What a source says instead belongs to one path only.
        if (node.Owner is Citation { Says: not null } && list.Count > 1)
            list.RemoveRange(1, list.Count - 1);
        for (var i = 0; i < list.Count; i++)
            list[i] = Next("point", values);
    }
}
