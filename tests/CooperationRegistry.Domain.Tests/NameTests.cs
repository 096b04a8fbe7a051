using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;

namespace CooperationRegistry.Domain.Tests;

public class NameTests
{
    private static readonly CityContent Datong = Contents.City(c => c.Names.AddRange(
    [
        new() { Key = "n2", Text = "大同", Language = "zh-Hans", Kind = CityNameKind.LocalScript },
        new() { Key = "n3", Text = "Tatung", Language = "de", Kind = CityNameKind.Former },
    ]));

    private static readonly PartnerContent Agency = Contents.Partner(p => p.Names =
    [
        new() { Key = "n1", Text = "Energy Commission of California", Language = "en", Kind = PartnerNameKind.Variant },
        new() { Key = "n2", Text = "加州能源委员会", Language = "zh-Hans", Kind = PartnerNameKind.Translation },
        new() { Key = "n3", Text = "California Energy Commission", Language = "en" },
    ]);

    [Theory]
    [InlineData("en", "Datong")]
    [InlineData("zh-Hans", "大同")]
    [InlineData("de", "Datong")]
    public void City_goes_by_its_official_name_of_the_language_or_the_english_one(string language, string expected) =>
        Assert.Equal(expected, Datong.Display(language)?.Text);

    [Theory]
    [InlineData("en", "California Energy Commission")]
    [InlineData("zh-Hans", "加州能源委员会")]
    [InlineData("fr", "California Energy Commission")]
    public void Partner_goes_by_no_variant_and_no_misprint(string language, string expected) =>
        Assert.Equal(expected, Agency.Display(language)?.Text);

    [Fact]
    public void Name_in_the_script_of_the_place_is_known_where_there_is_one()
    {
        Assert.Equal("大同", Datong.LocalScript()?.Text);
        Assert.Null(Contents.City().LocalScript());
        Assert.Null(new CityContent().Display("en"));
    }
}
