using System.Linq.Expressions;
using System.Text.Json;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CooperationRegistry.Data;

/// <summary>What the tables of all records share: the content's values are the table's columns.</summary>
internal abstract class RecordMapping<TRecord, TContent>(RecordKind kind, string table) : IEntityTypeConfiguration<TRecord>
    where TRecord : Record<TContent>
    where TContent : RecordContent
{
    public void Configure(EntityTypeBuilder<TRecord> builder)
    {
        builder.ToTable(
            table,
            t =>
            {
                t.HasCheckConstraint($"ck_{table}_id", $"id ~ '{RecordId.Pattern(kind)}'");
                t.HasCheckConstraint($"ck_{table}_revision", "revision > 0");
            });
        builder.HasKey(r => r.Id);
        builder.Ignore(r => r.Kind).Ignore(r => r.Body);
        builder.Property(r => r.Revision).IsConcurrencyToken();
        builder.OwnsOne(
            r => r.Content,
            content =>
            {
                content.Ignore(c => c.Record);
                MapAll(content);
            });
        builder.Navigation(r => r.Content).IsRequired();
    }

    protected virtual void MapAll(OwnedNavigationBuilder<TRecord, TContent> content) => Map(content);

    protected abstract void Map(OwnedNavigationBuilder<TRecord, TContent> content);

    /// <summary>A list that points at other records: a table of its own, keyed by a number so that replaced rows never collide.</summary>
    protected void MapList<TItem>(
        OwnedNavigationBuilder<TRecord, TContent> content,
        Expression<Func<TContent, IEnumerable<TItem>?>> list,
        string name,
        Action<OwnedNavigationBuilder<TContent, TItem>> map)
        where TItem : ListedReference
    {
        var owner = JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
        content.OwnsMany(
            list,
            item =>
            {
                item.ToTable($"{owner}_{name}");
                item.WithOwner().HasForeignKey($"{owner}_id");
                item.Property<string>($"{owner}_id").IsRequired();
                item.Property<long>("id").UseIdentityByDefaultColumn();
                item.HasKey("id");
                item.HasIndex($"{owner}_id", nameof(ListedReference.Key)).IsUnique();
                map(item);
            });
    }
}

internal abstract class CitedRecordMapping<TRecord, TContent>(RecordKind kind, string table) : RecordMapping<TRecord, TContent>(kind, table)
    where TRecord : Record<TContent>
    where TContent : CitedContent
{
    protected sealed override void MapAll(OwnedNavigationBuilder<TRecord, TContent> content)
    {
        MapList(content, c => c.Citations, "citations", item => item.HasOne<Source>().WithMany().HasForeignKey(c => c.Source).OnDelete(DeleteBehavior.Restrict));
        Map(content);
    }
}
