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
        // What is called exactly so. Not a tree, whose entries may not be as long as names are.
        builder.HasIndex(n => n.Folded, "ix_search_names_folded").HasMethod("hash");
        // One a kind: what the titles of agreements have in common is not to be waded through for the name of a city.
        foreach (var kind in Enum.GetValues<RecordKind>().Where(k => k != RecordKind.CapacityStat).Select(ContentJson.Name))
            builder.HasIndex(n => n.Folded, $"ix_search_names_folded_{kind}").HasFilter($"kind = '{kind}'").HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}
