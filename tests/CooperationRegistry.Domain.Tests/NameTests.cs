using System.Globalization;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Values;

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

    private static readonly PartnerContent Renamed = new()
    {
        Names =
        [
            Name("n1", "New Power", "en", PartnerNameKind.Official, "2015-07-01", null),
            Name("n2", "新电力", "zh-Hans", PartnerNameKind.Official, "2015-07", null),
            Name("n3", "Old Power", "en", PartnerNameKind.Former, "2000", "2015-07"),
            Name("n4", "旧电力", "zh-Hans", PartnerNameKind.Former, null, "2015-06"),
            Name("n5", "First Power", "en", PartnerNameKind.Trading, "1990", "1999"),
            Name("n6", "Powr", "en", PartnerNameKind.Misprint, "1990", null),
        ],
    };

    [Theory]
    [InlineData("en", "2026-01-01", "New Power")]
    [InlineData("zh-Hans", "2026-01-01", "新电力")]
    [InlineData("en", "2010-05-05", "Old Power")]
    [InlineData("zh-Hans", "2010-05-05", "旧电力")]
    [InlineData("de", "2010-05-05", "Old Power")]
    [InlineData("en", "1995-01-01", "First Power")]
    [InlineData("en", "2015-07-10", "New Power")]
    [InlineData("en", "1980-01-01", "New Power")]
    [InlineData("en", null, "New Power")]
    public void Partner_goes_by_the_name_that_it_bore_on_the_day(string language, string? day, string expected) =>
        Assert.Equal(expected, Renamed.Display(language, day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture))?.Text);

    [Fact]
    public void City_whose_official_names_are_in_other_languages_goes_by_another_name_in_the_readers()
    {
        var city = Contents.City(c => c.Names.Add(new() { Key = "n2", Text = "哥本哈根", Language = "zh-Hans", Kind = CityNameKind.Variant }));
        Assert.Equal("哥本哈根", city.Display("zh-Hans")?.Text);
        Assert.Equal("Datong", city.Display("en")?.Text);
        Assert.Equal("Datong", city.Display("de")?.Text);
    }

    [Fact]
    public void Former_name_without_dates_is_no_name_of_any_day()
    {
        var city = Contents.City(c => c.Names.Add(new() { Key = "n2", Text = "Tatung", Language = "en", Kind = CityNameKind.Former }));
        Assert.Equal("Datong", city.Display("en", new DateOnly(1950, 1, 1))?.Text);
    }

    [Fact]
    public void Name_of_today_without_dates_holds_where_no_dated_one_does()
    {
        var city = Contents.City(c => c.Names.Add(new() { Key = "n2", Text = "Tatung", Language = "en", Kind = CityNameKind.Former, Until = new EdtfDate("1958") }));
        Assert.Equal("Tatung", city.Display("en", new DateOnly(1950, 1, 1))?.Text);
        Assert.Equal("Datong", city.Display("en", new DateOnly(1960, 1, 1))?.Text);
    }

    [Theory]
    [InlineData("2010-05-05", null, null, "Old Power")]
    [InlineData("2014", null, null, "Old Power")]
    [InlineData("2015", null, null, "New Power")]
    [InlineData("XXXX-10-19", "2001", "2003", "Old Power")]
    [InlineData("XXXX-10-19", "2014", "2018", "New Power")]
    [InlineData("XXXX-10-19", null, "2003", "New Power")]
    [InlineData(null, null, null, "New Power")]
    [InlineData("not a date", null, null, "New Power")]
    public void Name_at_signing_is_told_only_where_the_day_is_certain_enough(string? date, string? notBefore, string? notAfter, string expected)
    {
        var agreement = new AgreementContent { Events = [new() { Key = "e1", Kind = EventKind.Signed, Date = Date(date), NotBefore = Date(notBefore), NotAfter = Date(notAfter) }] };
        Assert.Equal(expected, Renamed.DisplayIn(agreement, "en")?.Text);
    }

    [Fact]
    public void Agreement_that_was_not_signed_goes_by_the_names_of_today() =>
        Assert.Equal("New Power", Renamed.DisplayIn(new AgreementContent { Events = [new() { Key = "e1", Kind = EventKind.Announced, Date = Date("2010") }] }, "en")?.Text);

    private static PartnerName Name(string key, string text, string language, PartnerNameKind kind, string? from, string? until) =>
        new() { Key = key, Text = text, Language = language, Kind = kind, From = Date(from), Until = Date(until) };

    private static EdtfDate? Date(string? text) => text is null ? null : new EdtfDate(text);
}
