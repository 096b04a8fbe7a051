using CooperationRegistry.Domain.Cities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CooperationRegistry.Data.Cities;

internal sealed class CityMapping() : CitedRecordMapping<City, CityContent>("cities")
{
    protected override void Map(OwnedNavigationBuilder<City, CityContent> content) =>
        content.HasOne<City>().WithMany().HasForeignKey(c => c.ParentCity).OnDelete(DeleteBehavior.Restrict);
}
