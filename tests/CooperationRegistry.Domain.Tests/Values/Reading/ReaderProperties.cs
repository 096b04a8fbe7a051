using System.Diagnostics;
using System.Globalization;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Domain.Values.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace CooperationRegistry.Domain.Tests.Values.Reading;

public class ReaderProperties
{
    private static readonly string[] Pieces =
    [
        "1", "40", "2021", "8.42", "1,000", "1,5", "999999999999999999", "99999999999999999999999999999999", "0", "-", "/", ".", ",", "~", "+", "(", ")", " ",
        "about", "over", "up to", "约", "逾", "以上", "左右", "多", "between", "and", "to", "from", "since", "until", "至", "million", "billion", "lakh crore", "万", "亿",
        "kW", "GWh", "MT", "m", "%", "吨", "CO2e", "per year", "年", "月", "日", "yuan", "元", "$", "Rs", "€", "USD", "March", "Wednesday", "spring", "mid-", "2010s", "十",
        "百", "千", "a", "jobs", "projects", "家", "企业", "\uD800", "\0", "\u200B", "\u0661", "\u00A0", "X", "?", "..", "s", "th",
        "century", "世纪", "winter", "half a", "hundred", "dozen", "m", "百分之", "点", "annual", "per day", "job", "plus", "=", "兑", "or", "12:30", "the", "'", "q1", "上半年", "前",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Choose(0, 0xFFFF).Select(code => (char)code).ArrayOf().Select(characters => new string(characters)),
        Gen.Elements("0123456789.,- ".ToCharArray()).ArrayOf().Select(characters => new string(characters)),
        Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Join(' ', pieces)),
        Gen.Elements(Pieces).ArrayOf(4).Select(string.Concat),
        Gen.Elements(Pieces).ArrayOf(3).Select(pieces => string.Join(' ', pieces)));

    [Fact]
    public void Any_text_is_a_date_or_asked_or_refused() => Property.Holds(Texts, text =>
    {
        var reading = DateReader.Read(text);
        return IsOneOf(reading.Date, reading.Candidates.Count, reading.Problem)
            && (reading.Problem is null ? reading.Printed == text.Trim() : reading.Printed is null)
            && reading.Date is not { IsReadable: false }
            && reading.Candidates.All(candidate => candidate.Date.IsReadable);
    });

    [Fact]
    public void Any_text_is_a_quantity_or_asked_or_refused() => Property.Holds(Texts, text =>
    {
        var reading = QuantityReader.Read(text);
        return IsOneOf(reading.Quantity, reading.Candidates.Count, reading.Problem)
            && reading.Candidates.Append(reading.Quantity).OfType<Quantity>().All(quantity =>
                quantity.AsPrinted == text.Trim()
                && IsLawful(quantity.Amount, quantity.UpperAmount, quantity.Qualifier, Quantity.AmountLimit)
                && quantity.CanonicalAmount >= 0);
    });

    [Fact]
    public void Any_text_is_a_sum_or_asked_or_refused() => Property.Holds(Texts, text =>
    {
        var reading = MoneyReader.Read(text);
        return IsOneOf(reading.Money, reading.Candidates.Count, reading.Problem)
            && reading.Candidates.Append(reading.Money).OfType<Money>().All(money =>
                money.AsPrinted == text.Trim()
                && IsLawful(money.Amount, money.UpperAmount, money.Qualifier, Money.AmountLimit)
                && CodeLists.Currencies.Contains(money.Currency)
                && money.SecondCurrency is null == money.SecondAmount is null);
    });

    [Theory]
    [InlineData("1")]
    [InlineData("1,")]
    [InlineData("1 ")]
    [InlineData("1'000")]
    [InlineData("1-")]
    [InlineData("- ")]
    [InlineData(" to ")]
    [InlineData("3 to ")]
    [InlineData("between and ")]
    [InlineData("the ")]
    [InlineData("total new ")]
    [InlineData("about around ")]
    [InlineData("early late ")]
    [InlineData("一")]
    [InlineData("一千百十")]
    [InlineData("百分之")]
    [InlineData("年")]
    [InlineData("至")]
    [InlineData("总投资")]
    [InlineData("hundred and ")]
    [InlineData("1/")]
    [InlineData("1. ")]
    [InlineData("(")]
    [InlineData("()")]
    [InlineData("or ")]
    [InlineData("1 per ")]
    [InlineData("12:30 ")]
    [InlineData("\uD800")]
    [InlineData("\0")]
    public void Longest_text_is_answered_at_once(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 300))[..300];
        foreach (var typed in (string[])[text, "1" + text[..299], text[..299] + "1", "5 " + text[..298], text[..297] + " MW", "2012-" + text[..295]])
        {
            var clock = Stopwatch.StartNew();
            DateReader.Read(typed);
            QuantityReader.Read(typed);
            MoneyReader.Read(typed);

            Assert.InRange(clock.ElapsedMilliseconds, 0, 500);
        }
    }

    [Fact]
    public void Text_of_ten_thousand_characters_is_too_long()
    {
        var text = new string('5', 10_000);

        Assert.Equal(ReadingProblem.TooLong, DateReader.Read(text).Problem);
        Assert.Equal(ReadingProblem.TooLong, QuantityReader.Read(text).Problem);
        Assert.Equal(ReadingProblem.TooLong, MoneyReader.Read(text).Problem);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Reading_does_not_depend_on_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new(culture);
        try
        {
            Assert.Equal(8.42m, QuantityReader.Read("8.42 MILLION KILOWATTS").Quantity?.Amount);
            Assert.Equal(1_234.5m, MoneyReader.Read("EUR 1,234.5").Money?.Amount);
            Assert.Equal("2025-04-15", DateReader.Read("15 APRIL 2025").Date?.Text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static bool IsOneOf(object? value, int candidates, ReadingProblem? problem) =>
        (value is null ? 0 : 1) + (candidates > 1 ? 1 : 0) + (problem is null ? 0 : 1) == 1 && candidates != 1;

    private static bool IsLawful(decimal amount, decimal? upper, Qualifier qualifier, decimal limit) =>
        amount >= 0 && amount <= limit && qualifier == Qualifier.Range == upper is not null && (upper is null || (upper > amount && upper <= limit));
}
