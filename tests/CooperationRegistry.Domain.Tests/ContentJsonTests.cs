using System.Text.Json;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Tests;

namespace CooperationRegistry.Domain.Tests;

public class ContentJsonTests
{
    [Fact]
    public void What_is_written_reads_back_and_is_written_the_same()
    {
        Assert.All(SampleFacts.Records, line =>
        {
            var written = ContentJson.Write(ContentJson.Read(line.Record, line.Content.GetRawText()));

            Assert.Equal(written, ContentJson.Write(ContentJson.Read(line.Record, written)));
        });
    }

    [Theory]
    [InlineData("""{"title":{"en":"x"},"colour":"red"}""")]
    [InlineData("""{"Title":{"en":"x"}}""")]
    [InlineData("""{"title":{"en":"x"},"title":{"en":"y"}}""")]
    [InlineData("""{"title":{"en":"x","en":"y"}}""")]
    [InlineData("""{"title":"x"}""")]
    [InlineData("""{"title":null}""")]
    [InlineData("""{"parties":null}""")]
    [InlineData("""{"kind":0}""")]
    [InlineData("""{"kind":"treaty"}""")]
    [InlineData("""{"term":{"months":"12"}}""")]
    [InlineData("""{"quantities":[{"key":"q1","label":{"en":"x"},"quantity":{"amount":40}}]}""")]
    [InlineData("null")]
    [InlineData("{")]
    public void What_the_classes_do_not_know_is_refused(string json) =>
        Assert.Throws<JsonException>(() => ContentJson.Read(RecordKind.Agreement, json));

    [Fact]
    public void Copy_shares_nothing()
    {
        var original = Contents.Agreement();
        var copy = ContentJson.Copy(original);
        copy.Parties[0].City = "cn-changzhi";

        Assert.Equal("cn-datong", original.Parties[0].City);
    }

    [Fact]
    public void Names_are_those_of_the_files() => Assert.Equal("memorandumOfUnderstanding", ContentJson.Name(AgreementKind.MemorandumOfUnderstanding));
}
