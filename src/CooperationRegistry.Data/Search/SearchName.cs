using CooperationRegistry.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CooperationRegistry.Data.Search;

/// <summary>One of the names under which a published record is looked for, as <see cref="Folding"/> writes it.</summary>
public sealed class SearchName
{
    public long Id { get; set; }

    public RecordKind Kind { get; set; }

    public string RecordId { get; set; } = "";

    public string Folded { get; set; } = "";
}

internal sealed class SearchNameMapping : IEntityTypeConfiguration<SearchName>
{
    public void Configure(EntityTypeBuilder<SearchName> builder)
    {
        builder.ToTable("search_names");
        builder.Property(n => n.Id).UseIdentityByDefaultColumn();
        builder.HasIndex(n => new { n.Kind, n.RecordId });
        builder.HasIndex(n => n.Folded).HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}
