using CooperationRegistry.Domain.Agreements;

namespace CooperationRegistry.Domain.Tests;

public class RecordTests
{
    [Theory]
    [InlineData(RecordKind.City, "cn-datong", true)]
    [InlineData(RecordKind.City, "cn-datong-2", true)]
    [InlineData(RecordKind.City, "datong", false)]
    [InlineData(RecordKind.City, "CN-datong", false)]
    [InlineData(RecordKind.City, "cn-", false)]
    [InlineData(RecordKind.Partner, "catl", true)]
    [InlineData(RecordKind.Partner, "catl-", false)]
    [InlineData(RecordKind.Partner, "catl\n", false)]
    [InlineData(RecordKind.Agreement, "CR-000123", true)]
    [InlineData(RecordKind.Agreement, "CR-1234567", true)]
    [InlineData(RecordKind.Agreement, "CR-0123456", false)]
    [InlineData(RecordKind.Agreement, "CR-123", false)]
    [InlineData(RecordKind.Agreement, "PR-000123", false)]
    [InlineData(RecordKind.Project, "PR-000123", true)]
    [InlineData(RecordKind.CapacityStat, "CS-000678", true)]
    [InlineData(RecordKind.Source, "SR-000009", true)]
    [InlineData(RecordKind.Source, "~1", false)]
    public void Id_is_of_its_noun(RecordKind kind, string id, bool wellFormed) => Assert.Equal(wellFormed, RecordId.IsWellFormed(kind, id));

    [Theory]
    [InlineData(RecordKind.Agreement, 1, "CR-000001")]
    [InlineData(RecordKind.Source, 1234567, "SR-1234567")]
    public void Number_makes_an_id_and_is_read_from_it(RecordKind kind, long number, string id)
    {
        Assert.Equal(id, RecordId.FromNumber(kind, number));
        Assert.Equal(number, RecordId.NumberOf(id));
        Assert.True(RecordId.IsWellFormed(kind, id));
    }

    [Fact]
    public void Examples_are_well_formed() =>
        Assert.All(Enum.GetValues<RecordKind>(), kind => Assert.True(RecordId.IsWellFormed(kind, RecordId.Example(kind))));

    [Fact]
    public void Lists_come_back_in_their_order_whatever_order_a_table_gives()
    {
        var at = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
        var record = (Agreement)Record.Create(RecordKind.Agreement, "CR-000001");
        var content = Contents.Agreement();
        record.Publish(content, at);
        content.Parties.Reverse();

        Assert.Equal(["p1", "p2"], record.Content.Parties.Select(p => p.Key));
        Assert.Equal((1, at, RecordKind.Agreement), (record.Revision, record.PublishedAt, record.Kind));
    }
}
