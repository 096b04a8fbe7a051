using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CooperationRegistry.Data.Quality;

/// <summary>When the address of a source was asked for last, and how it answered.</summary>
public sealed class LinkCheck
{
    /// <summary>Without its fragment.</summary>
    public string Url { get; set; } = "";

    public DateTimeOffset CheckedAt { get; set; }

    /// <summary>The HTTP status; null while it is being asked, or where nothing answered.</summary>
    public int? Status { get; set; }

    public LinkFault? Fault { get; set; }

    public bool IsFine => Status is >= 200 and < 400;
}

/// <summary>Why there is no answer.</summary>
public enum LinkFault
{
    NotReached,
    TooLate,

    /// <summary>The name leads into a private network, where the registry asks nothing.</summary>
    Private,
}

internal sealed class LinkCheckMapping : IEntityTypeConfiguration<LinkCheck>
{
    public void Configure(EntityTypeBuilder<LinkCheck> builder)
    {
        builder.ToTable("link_checks");
        builder.HasKey(c => c.Url);
        builder.Ignore(c => c.IsFine);
    }
}
