using System.Globalization;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Components.Contents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Tests;

public class ChineseWordsTests
{
    private static readonly IServiceProvider Services = new ServiceCollection().AddLogging().AddWords().BuildServiceProvider();
    private static readonly Words Words = Services.GetRequiredService<Words>();

    [Theory]
    [InlineData("2025-03-15", "2025年3月15日")]
    [InlineData("XXXX-10-19", "10月19日（未写明年份）")]
    [InlineData("XXXX-10", "10月（未写明年份）")]
    [InlineData("2017-10", "2017年10月")]
    [InlineData("2017~", "约2017年")]
    [InlineData("2017-11%", "约2017年11月（不确定）")]
    [InlineData("2017-10-XX", "2017年10月（未写明日期）")]
    [InlineData("2017-XX", "2017年（未写明月份）")]
    [InlineData("201X", "2010年代")]
    [InlineData("20XX", "2000年至2099年之间")]
    [InlineData("2017-21", "2017年春季")]
    [InlineData("2012/..", "2012年起")]
    [InlineData("../2012", "至2012年止")]
    [InlineData("2012/", "2012年起，结束时间不详")]
    [InlineData("2014-12-03/2014-12-06", "2014年12月3日至6日")]
    [InlineData("2014-11-30/2014-12-06", "2014年11月30日至12月6日")]
    [InlineData("2014-11/2014-12", "2014年11月至12月")]
    [InlineData("2014-12-30/2015-01-02", "2014年12月30日至2015年1月2日")]
    [InlineData("XXXX-10-19/XXXX-10-21", "10月19日至21日（未写明年份）")]
    [InlineData("2021/2025", "2021年至2025年")]
    public void Date_is_written_with_the_precision_it_has(string edtf, string expected) =>
        Assert.Equal(expected, InChinese(() => Words.Date(new EdtfDate(edtf))));

    [Fact]
    public void Bounds_are_written_where_there_are_any() =>
        Assert.Equal("不早于2016年，不晚于2017年11月7日", InChinese(() => Words.Bounds(new EdtfDate("2016"), new EdtfDate("2017-11-07"))));

    [Theory]
    [InlineData("842", null, Unit.TenThousandKilowatts, Qualifier.Over, "超过842万千瓦")]
    [InlineData("8.42", null, Unit.MillionKilowatts, Qualifier.Over, "超过842万千瓦")]
    [InlineData("9", "10.515", Unit.MillionTonnes, Qualifier.Range, "900至1\u202f051.5万吨")]
    [InlineData("40.0", null, Unit.GigawattHour, Qualifier.About, "约40.0吉瓦时")]
    [InlineData("4.9", "6.2", Unit.Gigawatt, Qualifier.Range, "4.9至6.2吉瓦")]
    [InlineData("1000", null, Unit.Job, Qualifier.AtLeast, "至少1\u202f000个就业岗位")]
    [InlineData("1", null, Unit.Week, Qualifier.Exactly, "1周")]
    [InlineData("24.69", null, Unit.Percent, Qualifier.Under, "不足24.69\u00a0%")]
    public void Quantity_stands_without_spaces_before_its_unit(string amount, string? upper, Unit unit, Qualifier qualifier, string expected)
    {
        var quantity = new Quantity { Amount = Decimal(amount), UpperAmount = upper is null ? null : Decimal(upper), Unit = unit, Qualifier = qualifier };
        Assert.Equal(expected, InChinese(() => Words.Quantity(quantity).ToString()));
    }

    [Theory]
    [InlineData("74610000000", "CNY", "746.1亿元")]
    [InlineData("215000000", "EUR", "2.15亿欧元")]
    [InlineData("1500000000000", "USD", "1.5万亿美元")]
    [InlineData("50000", "CNY", "5万元")]
    [InlineData("1234567.5", "DKK", "1\u202f234\u202f567.5丹麦克朗")]
    [InlineData("3000000", "KZT", "300万KZT")]
    public void Money_is_scaled_by_ten_thousands(string amount, string currency, string expected) =>
        Assert.Equal(expected, InChinese(() => Words.Money(new Money { Amount = Decimal(amount), Currency = currency }).ToString()));

    [Fact]
    public void Label_is_the_word_of_the_trade()
    {
        Assert.Equal("谅解备忘录", InChinese(() => Words.Label(AgreementKind.MemorandumOfUnderstanding)));
        Assert.Equal("生效中", InChinese(() => Words.Label(AgreementStatus.InForce)));
        Assert.Equal("简体中文", InChinese(() => Words.LanguageName("zh-Hans")));
        Assert.Equal("丹麦", InChinese(() => Words.Country("DK")));
    }

    [Fact]
    public void Field_of_every_content_has_a_chinese_name()
    {
        var names = new FieldNames(Services.GetRequiredService<IStringLocalizer<WorkspaceTexts>>());
        var fields = Enum.GetValues<RecordKind>().SelectMany(kind => NamesOf(ContentJson.TypeOf(kind), [])).Distinct();
        Assert.All(fields, field => Assert.Contains(InChinese(() => names.Of(field)), c => c is >= '\u4e00' and <= '\u9fff'));
    }

    private static IEnumerable<string> NamesOf(Type branch, HashSet<Type> seen)
    {
        if (!seen.Add(branch))
            return [];
        return ContentGraph.PropertiesOf(branch).SelectMany(p => NamesBelow(p.ItemType ?? p.Type, seen).Prepend(p.Name)).Where(name => name != "key");
    }

    private static IEnumerable<string> NamesBelow(Type type, HashSet<Type> seen) => ContentGraph.IsBranch(type) ? NamesOf(type, seen) : [];

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static T InChinese<T>(Func<T> say)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        try
        {
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
