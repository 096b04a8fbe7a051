using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CooperationRegistry.Data.Cities;

internal sealed class CityMapping() : CitedRecordMapping<City, CityContent>(RecordKind.City, "cities")
{
    protected override void Map(OwnedNavigationBuilder<City, CityContent> content)
    {
        content.ToTable(t => t.HasCheckConstraint("ck_cities_country", "country = upper(left(id, 2))"));
        content.ToTable(t => t.HasCheckConstraint("ck_cities_parent_city", "parent_city <> id"));
        content.HasOne<City>().WithMany().HasForeignKey(c => c.ParentCity).OnDelete(DeleteBehavior.Restrict);
        content.HasIndex(c => c.ExternalIds).HasMethod("gin").HasOperators("jsonb_path_ops");
    }
}
