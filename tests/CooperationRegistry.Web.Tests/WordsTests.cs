using System.Reflection;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

public class WordsTests
{
    private static readonly Words Words = new ServiceCollection().AddLogging().AddWords().BuildServiceProvider().GetRequiredService<Words>();

    [Theory]
    [InlineData("2025-03-15", "15 March 2025")]
    [InlineData("XXXX-10-19", "19 October, year not stated")]
    [InlineData("XXXX-10", "October, year not stated")]
    [InlineData("2017-10", "October 2017")]
    [InlineData("2017-11~", "about November 2017")]
    [InlineData("2017-11?", "November 2017, uncertain")]
    [InlineData("2017-11%", "about November 2017, uncertain")]
    [InlineData("2017-10-XX", "October 2017, day not stated")]
    [InlineData("2017-XX", "2017, month not stated")]
    [InlineData("2012", "2012")]
    [InlineData("201X", "2010s")]
    [InlineData("20XX", "between 2000 and 2099")]
    [InlineData("2017-21", "spring 2017")]
    [InlineData("2012/..", "since 2012")]
    [InlineData("../2012", "until 2012")]
    [InlineData("2012/", "from 2012, end not known")]
    [InlineData("/2012-05", "until May 2012, start not known")]
    [InlineData("2014-12-03/2014-12-06", "3 to 6 December 2014")]
    [InlineData("2014-11-30/2014-12-06", "30 November to 6 December 2014")]
    [InlineData("2014-11/2014-12", "November to December 2014")]
    [InlineData("2014-12-30/2015-01-02", "30 December 2014 to 2 January 2015")]
    [InlineData("2014-11~/2014-12", "about November 2014 to December 2014")]
    [InlineData("XXXX-10-19/XXXX-10-21", "19 to 21 October, year not stated")]
    [InlineData("XXXX-10-30/XXXX-11-02", "30 October to 2 November, year not stated")]
    [InlineData("2021/2025", "2021 to 2025")]
    [InlineData("last spring", "last spring")]
    public void Date_is_written_with_the_precision_it_has(string edtf, string expected) => Assert.Equal(expected, Words.Date(new EdtfDate(edtf)));

    [Theory]
    [InlineData("2016", null, "not before 2016")]
    [InlineData(null, "2017-11-07", "not after 7 November 2017")]
    [InlineData("2016", "2017", "not before 2016, not after 2017")]
    [InlineData(null, null, null)]
    public void Bounds_are_written_where_there_are_any(string? notBefore, string? notAfter, string? expected) =>
        Assert.Equal(expected, Words.Bounds(notBefore is null ? null : new EdtfDate(notBefore), notAfter is null ? null : new EdtfDate(notAfter)));

    [Theory]
    [InlineData("XXXX-10-19", "The source does not give the year.")]
    [InlineData("2025-03-15", null)]
    [InlineData("2012/..", null)]
    public void DateHint_stands_only_where_a_date_is_not_plain(string edtf, string? expected) => Assert.Equal(expected, Words.DateHint(new EdtfDate(edtf)));

    [Fact]
    public void Quantity_keeps_its_decimals_and_puts_the_qualifier_in_words()
    {
        Assert.Equal("over 8.42\u00a0million kW", Words.Quantity(new Quantity { Amount = 8.42m, Unit = Unit.MillionKilowatts, Qualifier = Qualifier.Over }).ToString());
        Assert.Equal("8.40\u00a0MW", Words.Quantity(new Quantity { Amount = 8.40m, Unit = Unit.Megawatt }).ToString());
        Assert.Equal("4.9 to 6.2\u00a0GW", Words.Quantity(new Quantity { Amount = 4.9m, UpperAmount = 6.2m, Unit = Unit.Gigawatt, Qualifier = Qualifier.Range }).ToString());
        Assert.Equal("about 20 companies", Words.Quantity(new Quantity { Amount = 20, Unit = Unit.Each, Qualifier = Qualifier.About, Of = LocalizedText.En("companies") }).ToString());
        Assert.Equal("1\u00a0week", Words.Quantity(new Quantity { Amount = 1, Unit = Unit.Week }).ToString());
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("1000", "1\u202f000")]
    [InlineData("74610000000", "74\u202f610\u202f000\u202f000")]
    [InlineData("-1234.500", "−1\u202f234.500")]
    public void Number_is_grouped_with_thin_spaces(string amount, string expected) =>
        Assert.Equal(expected, Words.Number(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Money_is_scaled_where_that_loses_nothing()
    {
        Assert.Equal("74.61 billion\u00a0CNY", Words.Money(new Money { Amount = 74_610_000_000m, Currency = "CNY" }).ToString());
        Assert.Equal("about 215 million\u00a0EUR", Words.Money(new Money { Amount = 215_000_000m, Currency = "EUR", Qualifier = Qualifier.About }).ToString());
        Assert.Equal("1\u202f234\u202f567\u00a0EUR", Words.Money(new Money { Amount = 1_234_567m, Currency = "EUR" }).ToString());
        Assert.Equal("12.50\u00a0EUR", Words.Money(new Money { Amount = 12.50m, Currency = "EUR" }).ToString());
    }

    [Fact]
    public void Money_in_two_currencies_shows_the_implied_rate_and_says_where_the_printed_one_disagrees()
    {
        var yuan = new Money { Amount = 74_610_000_000m, Currency = "CNY", SecondAmount = 11_550_000_000m, SecondCurrency = "USD" };
        Assert.Equal("11.55 billion\u00a0USD", Words.SecondMoney(yuan)!.ToString());
        Assert.Equal("1 USD = 6.46 CNY", Words.ImpliedRate(yuan));
        Assert.Null(Words.RateDisagreement(yuan));

        var euro = new Money { Amount = 215_000_000m, Currency = "EUR", SecondAmount = 265_000_000m, SecondCurrency = "USD", PrintedRate = 1.25m };
        Assert.Equal("1 EUR = 1.25 USD", Words.PrintedRate(euro));
        Assert.Equal("1 EUR = 1.23 USD", Words.ImpliedRate(euro));
        Assert.Equal("The printed rate would give 268.75 million\u00a0USD; the source says 265 million\u00a0USD.", Words.RateDisagreement(euro));
    }

    [Fact]
    public void Label_stands_for_every_value_of_every_enum_of_the_contents()
    {
        var label = typeof(Words).GetMethod(nameof(Words.Label), BindingFlags.Public | BindingFlags.Instance)!;
        var enums = Enum.GetValues<RecordKind>().SelectMany(kind => EnumsOf(ContentJson.TypeOf(kind), []))
            .Concat([typeof(AgreementStatus), typeof(RecordKind), typeof(EdtfSeason), typeof(EdtfProblem), typeof(Dimension)])
            .Distinct();
        var missing = from type in enums
                      from value in Enum.GetValues(type).Cast<object>()
                      let text = (string)label.MakeGenericMethod(type).Invoke(Words, [value])!
                      where text.Length == 0 || text == $"{type.Name}_{value}"
                      select $"{type.Name}_{value}";
        Assert.Empty(missing);
    }

    [Fact]
    public void Shapes_tell_every_status_apart()
    {
        AssertDistinct(Enum.GetValues<AgreementStatus>().Select(Words.Shape));
        AssertDistinct(Enum.GetValues<ProjectStatus>().Select(Words.Shape));
        AssertDistinct(Enum.GetValues<Outcome>().Select(Words.Shape));

        static void AssertDistinct(IEnumerable<string> shapes) => Assert.Distinct(shapes);
    }

    [Theory]
    [InlineData("zh-Hans", "Chinese (simplified)")]
    [InlineData("en-GB", "English")]
    [InlineData("qaa", "qaa")]
    public void LanguageName_falls_back_to_the_shorter_tag(string tag, string expected) => Assert.Equal(expected, Words.LanguageName(tag));

    private static IEnumerable<Type> EnumsOf(Type branch, HashSet<Type> seen)
    {
        if (!seen.Add(branch))
            return [];
        return ContentGraph.PropertiesOf(branch).Select(p => p.ItemType ?? p.Type).SelectMany(type =>
            type.IsEnum ? [type]
            : ContentGraph.IsBranch(type) ? EnumsOf(type, seen)
            : []);
    }
}
