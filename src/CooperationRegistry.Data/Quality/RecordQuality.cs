using CooperationRegistry.Domain;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CooperationRegistry.Data.Quality;

/// <summary>How well a published record is attested; written at publish, because telling it takes the whole content.</summary>
public sealed class RecordQuality
{
    public RecordKind Kind { get; set; }

    public string RecordId { get; set; } = "";

    /// <summary>The cities it is about; none for an agreement, whose listing row has them.</summary>
    public List<string> CityIds { get; set; } = [];

    /// <summary>Facts that it states, as <see cref="Facts.Of"/> counts them.</summary>
    public int FactCount { get; set; }

    public int UnsupportedCount { get; set; }

    /// <summary>Dates that it states.</summary>
    public int DateCount { get; set; }

    /// <summary>Dates of which the source gave day and month only.</summary>
    public int YearlessCount { get; set; }

    /// <summary>Sources that it cites.</summary>
    public List<string> SourceIds { get; set; } = [];

    internal static RecordQuality Of(Record record)
    {
        var content = (CitedContent)record.Body;
        var dates = ContentGraph.Nodes(content).Select(n => n.Value).OfType<EdtfDate>().Where(d => d.IsReadable).ToList();
        return new RecordQuality
        {
            Kind = record.Kind,
            RecordId = record.Id,
            CityIds = [.. CitiesOf(record.Id, content).OfType<string>().Distinct()],
            FactCount = Facts.Of(content).Count(),
            UnsupportedCount = Facts.Unsupported(content).Count(),
            DateCount = dates.Count,
            YearlessCount = dates.Count(d => !d.HasYear),
            SourceIds = [.. content.Citations.Select(c => c.Source).Distinct()],
        };
    }

    private static IEnumerable<string?> CitiesOf(string id, CitedContent content) =>
        content switch
        {
            CityContent => [id],
            PartnerContent partner => [partner.Seat],
            ProjectContent project => [project.City, .. project.Organisations.Select(o => o.City)],
            CapacityStatContent stat => [stat.City],
            _ => [],
        };
}

internal sealed class RecordQualityMapping : IEntityTypeConfiguration<RecordQuality>
{
    public void Configure(EntityTypeBuilder<RecordQuality> builder)
    {
        builder.ToTable("record_qualities");
        builder.HasKey(q => new { q.Kind, q.RecordId });
    }
}
