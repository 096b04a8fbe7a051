using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Tests.Values;

public class CodeListTests
{
    public static TheoryData<string> Lists => ["countries", "subdivisions", "currencies", "sectors", "technologies"];

    [Fact]
    public void Standard_lists_are_whole()
    {
        Assert.Equal(249, CodeLists.Countries.All.Count);
        Assert.Equal(168, CodeLists.Currencies.All.Count);
        Assert.Equal(5_070, CodeLists.Subdivisions.All.Count);
        Assert.Equal(34, CodeLists.Subdivisions.All.Count(code => code.Broader == "CN"));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_code_has_an_English_label_and_a_known_broader_one(string name)
    {
        var list = List(name);
        Assert.All(list.All, code =>
        {
            Assert.False(string.IsNullOrWhiteSpace(code.Labels["en"]));
            Assert.True(code.Broader is null || list.Contains(code.Broader) || CodeLists.Countries.Contains(code.Broader));
            Assert.All(code.Labels.Values, label => Assert.Equal(label.Trim(), label));
        });
    }

    [Theory]
    [InlineData("countries")]
    [InlineData("currencies")]
    [InlineData("sectors")]
    [InlineData("technologies")]
    public void Every_code_has_a_Chinese_label(string name) =>
        Assert.All(List(name).All, code => Assert.True(code.Labels.ContainsKey("zh-Hans"), code.Value));

    [Theory]
    [InlineData("countries", "CN", "DK")]
    [InlineData("subdivisions", "CN-SX", "US-CA")]
    [InlineData("currencies", "CNY", "EUR")]
    [InlineData("sectors", "renewableEnergy", "districtHeating")]
    [InlineData("technologies", "solarPhotovoltaic", "offshoreWind")]
    public void Known_codes_are_taken(string name, params string[] codes) =>
        Assert.All(codes, code => Assert.True(List(name).Contains(code)));

    [Theory]
    [InlineData("countries", "XX", "UK", "EU", "XK", "cn", "CHN", "", null)]
    [InlineData("subdivisions", "CN-14", "CN", "US-ZZ", "cn-sx")]
    [InlineData("currencies", "RMB", "DEM", "XXX", "XTS", "eur", "$")]
    [InlineData("sectors", "Solar", "energy")]
    [InlineData("technologies", "newEnergy")]
    public void Unknown_codes_are_refused(string name, params string?[] codes) =>
        Assert.All(codes, code => Assert.False(List(name).Contains(code)));

    [Fact]
    public void Label_falls_back_to_English()
    {
        Assert.Equal("山西省", CodeLists.Subdivisions.Label("CN-SX", "zh-Hans"));
        Assert.Equal("California", CodeLists.Subdivisions.Label("US-CA", "zh-Hans"));
        Assert.Equal("丹麦", CodeLists.Countries.Label("DK", "zh-Hans"));
        Assert.Null(CodeLists.Countries.Label("XX", "en"));
    }

    [Fact]
    public void Codes_lie_within_their_broader_ones()
    {
        Assert.True(CodeLists.Technologies.IsWithin("onshoreWind", "wind"));
        Assert.True(CodeLists.Technologies.IsWithin("onshoreWind", "renewable"));
        Assert.True(CodeLists.Technologies.IsWithin("wind", "wind"));
        Assert.False(CodeLists.Technologies.IsWithin("wind", "onshoreWind"));
        Assert.True(CodeLists.Subdivisions.IsWithin("CN-SX", "CN"));
        Assert.False(CodeLists.Subdivisions.IsWithin("US-CA", "CN"));
        Assert.False(CodeLists.Sectors.IsWithin("nothing", null));
        Assert.False(CodeLists.Sectors.IsWithin("solar", null));
    }

    private static CodeList List(string name) => name switch
    {
        "countries" => CodeLists.Countries,
        "subdivisions" => CodeLists.Subdivisions,
        "currencies" => CodeLists.Currencies,
        "sectors" => CodeLists.Sectors,
        _ => CodeLists.Technologies,
    };
}
