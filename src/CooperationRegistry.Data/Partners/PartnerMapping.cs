using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CooperationRegistry.Data.Partners;

internal sealed class PartnerMapping() : CitedRecordMapping<Partner, PartnerContent>(RecordKind.Partner, "partners")
{
    protected override void Map(OwnedNavigationBuilder<Partner, PartnerContent> content)
    {
        content.HasOne<City>().WithMany().HasForeignKey(p => p.Seat).OnDelete(DeleteBehavior.Restrict);
        content.HasOne<Partner>().WithMany().HasForeignKey(p => p.ParentPartner).OnDelete(DeleteBehavior.Restrict);
        content.HasIndex(p => p.ExternalIds).HasMethod("gin").HasOperators("jsonb_path_ops");
        MapList(content, p => p.Successions, "successions", s => s.HasOne<Partner>().WithMany().HasForeignKey(x => x.Partner).OnDelete(DeleteBehavior.Restrict));
    }
}
