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
        builder.Property(l => l.SignedRising).HasComputedColumnSql("coalesce(signed_sort, '9999-12-31'::date)", stored: true);
        builder.Property(l => l.SignedFalling).HasComputedColumnSql("coalesce(signed_sort, '0001-01-01'::date)", stored: true);
        builder.HasIndex(l => l.Facets).HasMethod("gin");
        // One for each order of the list: a page is read where it begins, however deep.
        builder.HasIndex(l => l.Number).IsUnique();
        builder.HasIndex(l => new { l.SignedRising, l.Number });
        builder.HasIndex(l => new { l.SignedFalling, l.Number });
        builder.HasIndex(l => new { l.Title, l.Number });
        builder.HasIndex(l => new { l.PublishedAt, l.Number });
        builder.HasIndex(l => l.StatusChangesOn);
    }
}

internal sealed class FacetCountMapping : IEntityTypeConfiguration<FacetCount>
{
    public void Configure(EntityTypeBuilder<FacetCount> builder)
    {
        builder.ToTable("facet_counts");
        builder.HasKey(c => new { c.Within, c.Facet });
        builder.Property(c => c.Name).HasComputedColumnSql("split_part(facet, '=', 1)", stored: true);
        builder.HasIndex(c => new { c.Within, c.Name, c.Agreements, c.Facet }).IsDescending(false, false, true, false);
    }
}

internal sealed class ListingWithinMapping : IEntityTypeConfiguration<ListingWithin>
{
    public void Configure(EntityTypeBuilder<ListingWithin> builder)
    {
        builder.ToTable("listings_within");
        builder.HasKey(w => new { w.Within, w.SignedFalling, w.Number });
    }
}
