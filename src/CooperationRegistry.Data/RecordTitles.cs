using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Sources;

namespace CooperationRegistry.Data;

public static class RecordTitles
{
    /// <summary>What a list of work shows for a content, complete or not; empty where nothing names it yet.</summary>
    public static string Of(RecordContent content, string language) =>
        content switch
        {
            AgreementContent agreement => agreement.Title.Best(language)?.Text,
            ProjectContent project => project.Title.Best(language)?.Text,
            SourceContent source => source.Title.Best(language)?.Text,
            CityContent city => city.Display(language)?.Text,
            PartnerContent partner => partner.Display(language)?.Text,
            CapacityStatContent stat => $"{stat.City} {ContentJson.Name(stat.Metric)} {stat.AsOf?.Text}".Trim(),
            _ => null,
        }
        ?? "";
}
