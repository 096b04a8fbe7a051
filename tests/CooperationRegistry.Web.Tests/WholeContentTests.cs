using System.Text;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Tests.Filling;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>A content of each noun, with all that it can hold, is the same wherever it has been.</summary>
[Collection(nameof(FilledSite))]
public sealed class WholeContentTests(TestCluster cluster, FilledSite site)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<RecordKind> Kinds => new(Enum.GetValues<RecordKind>());

    /// <summary>The filler itself: what it leaves out would not be tested below.</summary>
    [Fact]
    public void Filled_contents_hold_every_value_of_every_property()
    {
        var seen = site.Filled
            .SelectMany(c => ContentGraph.Nodes(c))
            .SelectMany(n => Values(n.Value).Select(v => $"{n.Owner.GetType().Name}.{n.Property.Name} {v}"))
            .ToHashSet(StringComparer.Ordinal);

        var wanted = Enum.GetValues<RecordKind>().SelectMany(k => Wanted(ContentJson.TypeOf(k), [])).Distinct();
        Assert.Empty(wanted.Except(seen));
        Assert.All(site.Filled, c => Assert.Empty(ContentRules.Check(c)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Published_proposal_reads_back_to_the_letter_in_every_revision(RecordKind kind)
    {
        await AssertReadsBackAsync(kind);
        await site.ShuffleAsync(kind);
        await AssertReadsBackAsync(kind);
    }

    [Fact]
    public async Task Export_loaded_into_an_empty_database_exports_the_same_bytes()
    {
        using var first = new MemoryStream();
        Assert.Equal(site.Expected.Count + 9, await site.Services.GetRequiredService<RecordFiles>().ExportAsync(first, Token));

        var empty = await cluster.CreateAsync();
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(site.Time).AddRegistryData(empty.Server).BuildServiceProvider();
        await TestFiles.KeepAllAsync(services);
        var files = services.GetRequiredService<RecordFiles>();
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, first.ToArray(), Token);
        Assert.Equal(site.Expected.Count + 9, await files.LoadAsync([file], "test", Token));
        using var second = new MemoryStream();
        await files.ExportAsync(second, Token);

        Assert.Equal(Encoding.UTF8.GetString(first.ToArray()), Encoding.UTF8.GetString(second.ToArray()));
        Assert.Equal(0, await files.LoadAsync([file], "test", Token));
        File.Delete(file);
    }

    [Fact]
    public async Task Draft_of_a_whole_content_reads_back_to_the_letter()
    {
        foreach (var content in site.Filled)
        {
            var draft = await site.Office.SaveAsync(ContentJson.Copy(content));
            var kept = (await site.Office.Proposals.FindAsync(draft.Id, site.Office.Editor, Token))!;
            Assert.Equal(ContentJson.Write(content), ContentJson.Write(kept.Content));
        }
    }

    private async Task AssertReadsBackAsync(RecordKind kind)
    {
        var read = await site.ReadAsync(kind);
        foreach (var (key, json) in site.Expected.Where(e => e.Key.Kind == kind))
        {
            Assert.Equal(json, read[key.Id]);
            await using var db = await site.OpenAsync();
            var revision = await db.Revisions.AsNoTracking().Where(r => r.Kind == kind && r.RecordId == key.Id).OrderByDescending(r => r.Number).FirstAsync(Token);
            Assert.Equal(json, revision.Content);
        }
    }

    private static IEnumerable<string> Values(object? value) =>
        value switch
        {
            null => ["null"],
            Enum code => [code.ToString(), "any"],
            System.Collections.IList list => [list.Count >= 2 ? "two" : "fewer"],
            _ => ["any"],
        };

    private static IEnumerable<string> Wanted(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            yield break;
        foreach (var property in ContentGraph.PropertiesOf(type))
        {
            var name = $"{type.Name}.{property.Name} ";
            yield return name + (property.ItemType is null ? "any" : "two");
            if (ContentFiller.IsOptional(type, property))
                yield return name + "null";
            foreach (var value in property.Type.IsEnum ? Enum.GetNames(property.Type) : [])
                yield return name + value;
            if (ContentGraph.IsBranch(property.ItemType ?? property.Type))
            {
                foreach (var inner in Wanted(property.ItemType ?? property.Type, seen))
                    yield return inner;
            }
        }
    }
}
