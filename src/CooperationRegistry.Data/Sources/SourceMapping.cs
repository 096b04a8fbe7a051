using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CooperationRegistry.Data.Sources;

internal sealed class SourceMapping() : RecordMapping<Source, SourceContent>(RecordKind.Source, "sources")
{
    protected override void Map(OwnedNavigationBuilder<Source, SourceContent> content)
    {
        content.HasIndex(s => s.Url);
        // Whether a file is public is asked by its fingerprint.
        content.HasIndex(s => s.Attachment).HasMethod("gin").HasOperators("jsonb_path_ops");
    }
}
