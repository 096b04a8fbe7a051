using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Components.Contents;

/// <summary>What a source may support, in words: <c>parties/p1</c> is "Parties: Datong".</summary>
public sealed class FactNames(Words words, FieldNames fields)
{
    private const int Longest = 60;

    public string Of(string path, RecordContent content, Func<string?, string> nameOfRecord)
    {
        var parts = path.Split('/');
        var name = fields.Of(parts[0]);
        if (parts.Length == 1)
            return name;
        if (ContentGraph.PropertiesOf(content.GetType()).Any(p => p.Name == parts[0] && p.Type == typeof(LocalizedText)))
            return parts[1] == "en" ? name : $"{name}{words.Open}{words.LanguageName(parts[1])}{words.Close}";
        var item = ContentGraph.ItemAt(content, $"{parts[0]}/{parts[1]}");
        var fact = item is null ? $"{name}{words.Colon}{fields.Of(path)}" : $"{name}{words.Colon}{Cut(NameOf(item, nameOfRecord) is { Length: > 0 } known ? known : parts[1])}";
        return parts.Length > 2 && item is not null ? $"{fact}{words.Comma}{fields.Of(path)}" : fact;
    }

    /// <summary>The place that a change is about, named from whichever content has it; of a text in another language than English with that language.</summary>
    public string Of(Change change, RecordContent before, RecordContent after, Func<string?, string> nameOfRecord)
    {
        var parts = change.Path.Split('/');
        var isText = change.Property.Type == typeof(LocalizedText);
        var path = isText ? string.Join('/', parts[..^1]) : change.Path;
        var isIn = parts.Length > 1 && ContentGraph.ItemAt(after, $"{parts[0]}/{parts[1]}") is not null;
        var name = Of(path, isIn || change.Before is null ? after : before, nameOfRecord);
        return isText && parts[^1] != "en" ? $"{name}{words.Open}{words.LanguageName(parts[^1])}{words.Close}" : name;
    }

    /// <summary>An item alone: "Datong".</summary>
    public string ItemOf(string path, RecordContent content, Func<string?, string> nameOfRecord) =>
        ContentGraph.ItemAt(content, path) is { } item && NameOf(item, nameOfRecord) is { Length: > 0 } name ? Cut(name) : path[(path.LastIndexOf('/') + 1)..];

    private string? NameOf(object item, Func<string?, string> nameOfRecord) =>
        item switch
        {
            Party party => nameOfRecord(party.City ?? party.Partner),
            Signature signature => signature.Person,
            AgreementEvent { Date: { IsReadable: true } date } happened => $"{words.Label(happened.Kind)}{words.Comma}{words.Date(date)}",
            AgreementEvent happened => words.Label(happened.Kind),
            Commitment commitment => words.Text(commitment.Text).Text,
            NamedAmount amount => words.Text(amount.Label).Text,
            NamedQuantity quantity => words.Text(quantity.Label).Text,
            Relation relation => nameOfRecord(relation.Agreement),
            Citation citation => nameOfRecord(citation.Source),
            CityName name => name.Text,
            PartnerName name => name.Text,
            CityFigure figure => words.Text(figure.Indicator).Text,
            ExternalId id => id.Value,
            Succession succession => nameOfRecord(succession.Partner),
            ProjectAgreement from => nameOfRecord(from.Agreement),
            ProjectOrganisation organisation => nameOfRecord(organisation.City ?? organisation.Partner),
            ProjectState state => words.Label(state.Status),
            ProjectCapacity { Quantity: { } quantity } => words.Quantity(quantity).ToString(),
            ProjectInvestment { Money: { } money } => words.Money(money).ToString(),
            _ => null,
        };

    private static string Cut(string name) => name.Length > Longest ? name[..Longest] + "…" : name;
}
