using System.Collections.Frozen;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Components.Public.Agreements;

/// <summary>The values of the filter in the reader's words; a value itself where it is not known.</summary>
/// <param name="names">Of the cities and partners.</param>
/// <param name="words">Of the reader's language.</param>
public sealed class FilterWords(RecordNames names, Words words)
{
    /// <summary>For what the filter asks for, and nothing else.</summary>
    public static async Task<FilterWords> LoadAsync(RegistryDbContext db, AgreementFilter filter, Words words, CancellationToken cancellation) =>
        new(await RecordNames.LoadAsync(db, words.Language, In(filter), cancellation), words);

    /// <summary>The cities and partners that it asks for.</summary>
    public static IEnumerable<(RecordKind Kind, string Id)> In(AgreementFilter filter) =>
        filter.City.Select(id => (RecordKind.City, id)).Concat(filter.Partner.Select(id => (RecordKind.Partner, id)));

    /// <param name="applied">A parameter of the address.</param>
    public string Text(KeyValuePair<string, string> applied) => Text(applied.Key, applied.Value);

    /// <param name="name">Of the parameter.</param>
    /// <param name="value">As the address has it.</param>
    public string Text(string name, string value) =>
        name switch
        {
            "city" => names.Of(RecordKind.City, value).Text,
            "partner" => names.Of(RecordKind.Partner, value).Text,
            "country" => words.Country(value),
            "sector" => words.Sector(value),
            "status" => Label<AgreementStatus>(value),
            "kind" => Label<AgreementKind>(value),
            "evidence" => Label<Evidence>(value),
            "partnerKind" => Label<PartnerKind>(value),
            "year" => words.Year(value),
            "signedFrom" or "signedTo" => words.Date(new EdtfDate(value)),
            _ => value,
        };

    private string Label<TEnum>(string value)
        where TEnum : struct, Enum =>
        Codes<TEnum>.ByName.TryGetValue(value, out var code) ? words.Label(code) : value;

    private static class Codes<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<string, TEnum> ByName = Enum.GetValues<TEnum>().ToFrozenDictionary(ContentJson.Name, StringComparer.Ordinal);
    }
}
