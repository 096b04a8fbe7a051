using CooperationRegistry.Domain;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CooperationRegistry.Data.CapacityStats;

internal sealed class CapacityStatMapping() : CitedRecordMapping<CapacityStat, CapacityStatContent>(RecordKind.CapacityStat, "capacity_stats")
{
    protected override void Map(OwnedNavigationBuilder<CapacityStat, CapacityStatContent> content)
    {
        content.HasOne<City>().WithMany().HasForeignKey(s => s.City).OnDelete(DeleteBehavior.Restrict);
        content.ToTable(t => t.HasCheckConstraint("ck_capacity_stats_technology", "(metric = 'technology') = (technology IS NOT NULL)"));
    }
}
