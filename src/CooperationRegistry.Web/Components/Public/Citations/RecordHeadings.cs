using CooperationRegistry.Data;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Sources;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Components.Public.Citations;

/// <summary>What the page of a record is headed, in the language of the request.</summary>
public sealed class RecordHeadings(Words words, IStringLocalizer<PublicTexts> texts)
{
    /// <param name="names">Of the records that the content names.</param>
    public string Of(Record record, RecordNames names) =>
        record.Body switch
        {
            CapacityStatContent stat => texts["CapacityTitle", stat.Technology is { } technology ? words.Technology(technology) : words.Label(stat.Metric), names.Of(RecordKind.City, stat.City).Text],
            SourceContent { TitleSupplied: true } source => $"[{words.Text(source.Title).Text}]",
            var content => RecordTitles.Of(content, words.Language) is { Length: > 0 } title ? title : record.Id,
        };
}
