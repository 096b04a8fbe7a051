using CooperationRegistry.Data;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Web.Components.Public.Capacity;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Components.Public.Citations;

/// <summary>What the page of a record is headed, in the language of the request.</summary>
public sealed class RecordHeadings(Words words, IStringLocalizer<PublicTexts> texts)
{
    /// <param name="names">Of the records that the content names.</param>
    public string Of(Record record, RecordNames names) => Of(record.Body, record.Id, names);

    /// <param name="content">Of whichever revision.</param>
    /// <param name="id">Stands where nothing else names the record.</param>
    /// <param name="names">Of the records that the content names.</param>
    public string Of(RecordContent content, string id, RecordNames names) =>
        content switch
        {
            CapacityStatContent stat => texts["CapacityTitle", CapacityMeasure.Of(stat).In(words), names.Of(RecordKind.City, stat.City).Text],
            SourceContent { TitleSupplied: true } source => $"[{words.Text(source.Title).Text}]",
            _ => RecordTitles.Of(content, words.Language) is { Length: > 0 } title ? title : id,
        };
}
