using System.Text.Json;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Tests.Values;

public class LocalizedTextTests
{
    private static readonly LocalizedText Datong = new() { ["zh-Hans"] = "大同", ["en"] = "Datong", ["de"] = "Datong (Stadt)" };

    [Theory]
    [InlineData("zh-Hans", "zh-Hans")]
    [InlineData("zh-Hans-CN", "zh-Hans")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hans")]
    [InlineData("de-AT", "de")]
    [InlineData("fr", "en")]
    [InlineData("", "en")]
    public void Best_falls_back_from_tag_to_language_to_English(string asked, string given) =>
        Assert.Equal((given, Datong[given]), Datong.Best(asked));

    [Fact]
    public void Best_without_English_is_whatever_comes_first()
    {
        Assert.Equal(("da", "København"), new LocalizedText { ["sv"] = "Köpenhamn", ["da"] = "København" }.Best("fr"));
        Assert.Null(new LocalizedText().Best("en"));
    }

    [Fact]
    public void For_gives_the_exact_tag_only()
    {
        Assert.Equal("大同", Datong.For("zh-Hans"));
        Assert.Null(Datong.For("zh"));
    }

    [Fact]
    public void Texts_are_equal_by_content()
    {
        Assert.Equal(LocalizedText.En("Datong"), new LocalizedText("en", "Datong"));
        Assert.Equal(LocalizedText.En("Datong").GetHashCode(), new LocalizedText("en", "Datong").GetHashCode());
        Assert.False(LocalizedText.En("Datong").Equals(Datong));
        Assert.False(LocalizedText.En("Datong").Equals(LocalizedText.En("Changzhi")));
    }

    [Fact]
    public void JSON_is_an_object_in_the_order_of_the_tags()
    {
        const string json = """{"de":"Datong (Stadt)","en":"Datong","zh-Hans":"大同"}""";

        Assert.Equal(json, Json.Write(Datong));
        Assert.True(Datong.Equals(Json.Read<LocalizedText>(json)));
    }

    [Theory]
    [InlineData("""{"en":null}""")]
    [InlineData("""{"en":7}""")]
    [InlineData("""{"en":"a","en":"b"}""")]
    [InlineData("""["en"]""")]
    [InlineData("\"Datong\"")]
    public void JSON_of_another_shape_is_refused(string json) =>
        Assert.Throws<JsonException>(() => Json.Read<LocalizedText>(json));
}
