using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CooperationRegistry.Data.Agreements;

internal sealed class AgreementListingMapping : IEntityTypeConfiguration<AgreementListing>
{
    public void Configure(EntityTypeBuilder<AgreementListing> builder)
    {
        builder.ToTable("agreement_listings");
        builder.HasKey(l => l.AgreementId);
        builder.HasOne<Agreement>().WithOne().HasForeignKey<AgreementListing>(l => l.AgreementId).OnDelete(DeleteBehavior.Cascade);
        builder.PrimitiveCollection(l => l.PartnerKinds).ElementType(e => e.HasConversion<Conventions.EnumText<PartnerKind>>());
        builder.HasIndex(l => l.CityScope).HasMethod("gin");
        builder.HasIndex(l => l.PartnerIds).HasMethod("gin");
        builder.HasIndex(l => new { l.SignedSort, l.Number });
        builder.HasIndex(l => l.StatusChangesOn);
    }
}
