using CooperationRegistry.Domain.Values.Reading;

namespace CooperationRegistry.Domain.Tests.Values.Reading;

public class MoneyReaderTests
{
    [Theory]
    [InlineData("74.61 billion yuan", "Exactly 74610000000 CNY")]
    [InlineData("746.1亿元", "Exactly 74610000000 CNY")]
    [InlineData("７４６.１億元", "Exactly 74610000000 CNY")]
    [InlineData("5000万元", "Exactly 50000000 CNY")]
    [InlineData("1亿2000万元", "Exactly 120000000 CNY")]
    [InlineData("1.2万亿元人民币", "Exactly 1200000000000 CNY")]
    [InlineData("人民币5亿元", "Exactly 500000000 CNY")]
    [InlineData("RMB 5 billion", "Exactly 5000000000 CNY")]
    [InlineData("RMB5 billion yuan", "Exactly 5000000000 CNY")]
    [InlineData("5 billion CNY", "Exactly 5000000000 CNY")]
    [InlineData("5 billion yuan RMB", "Exactly 5000000000 CNY")]
    [InlineData("Rs 1.5 lakh crore", "Exactly 1500000000000 INR")]
    [InlineData("₹500 crore", "Exactly 5000000000 INR")]
    [InlineData("1,50,000 crore rupees", "Exactly 1500000000000 INR")]
    [InlineData("₹1,50,000", "Exactly 150000 INR")]
    [InlineData("EUR 215 million", "Exactly 215000000 EUR")]
    [InlineData("215 million euros", "Exactly 215000000 EUR")]
    [InlineData("EUR 1.234 million", "Exactly 1234000 EUR")]
    [InlineData("€215m", "Exactly 215000000 EUR")]
    [InlineData("€ 215 000 000", "Exactly 215000000 EUR")]
    [InlineData("215.000.000 €", "Exactly 215000000 EUR")]
    [InlineData("2.15亿欧元", "Exactly 215000000 EUR")]
    [InlineData("US$11.55bn", "Exactly 11550000000 USD")]
    [InlineData("11.55 billion U.S. dollars", "Exactly 11550000000 USD")]
    [InlineData("USD 11.55 billion", "Exactly 11550000000 USD")]
    [InlineData("115.5亿美元", "Exactly 11550000000 USD")]
    [InlineData("US $5 million", "Exactly 5000000 USD")]
    [InlineData("HK$5 million", "Exactly 5000000 HKD")]
    [InlineData("港币5亿元", "Exactly 500000000 HKD")]
    [InlineData("3 million Danish kroner", "Exactly 3000000 DKK")]
    [InlineData("KWD 7 million", "Exactly 7000000 KWD")]
    [InlineData("£12.50", "Exactly 12.50 GBP")]
    [InlineData("a million euros", "Exactly 1000000 EUR")]
    public void A_sum_is_in_whole_units_of_its_currency(string typed, string reading) => AssertRead(typed, reading);

    [Theory]
    [InlineData("over 10 billion yuan", "Over 10000000000 CNY")]
    [InlineData("约746.1亿元", "About 74610000000 CNY")]
    [InlineData("总投资超过100亿元", "Over 10000000000 CNY")]
    [InlineData("100多亿元", "Over 10000000000 CNY")]
    [InlineData("100亿元以上", "AtLeast 10000000000 CNY")]
    [InlineData("about $11.55 billion (74.61 billion yuan)", "About 11550000000 USD = 74610000000 CNY")]
    [InlineData("up to €5m", "UpTo 5000000 EUR")]
    [InlineData("5-10 billion yuan", "Range 5000000000..10000000000 CNY")]
    [InlineData("€500,000 to €1 million", "Range 500000..1000000 EUR")]
    [InlineData("£5m-£10m", "Range 5000000..10000000 GBP")]
    [InlineData("EUR 5m-EUR 10m", "Range 5000000..10000000 EUR")]
    [InlineData("40亿元至50亿元", "Range 4000000000..5000000000 CNY")]
    [InlineData("between 4 and 5 million euros", "Range 4000000..5000000 EUR")]
    public void Words_that_bound_a_sum_are_read(string typed, string reading) => AssertRead(typed, reading);

    [Theory]
    [InlineData("74.61 billion yuan ($11.55 billion)", "Exactly 74610000000 CNY = 11550000000 USD")]
    [InlineData("74.61 billion yuan (about US$11.55 billion)", "Exactly 74610000000 CNY = 11550000000 USD")]
    [InlineData("746.1亿元（约合115.5亿美元）", "Exactly 74610000000 CNY = 11550000000 USD")]
    [InlineData("215 million euros (265 million US dollars)", "Exactly 215000000 EUR = 265000000 USD")]
    [InlineData("215 million euros, or 265 million dollars", "Exactly 215000000 EUR = 265000000 USD")]
    [InlineData("HK$780 million ($100 million)", "Exactly 780000000 HKD = 100000000 USD")]
    public void The_second_currency_is_kept_beside_the_first(string typed, string reading) => AssertRead(typed, reading);

    [Theory]
    [InlineData("$11.55 billion", "11550000000 USD", "11550000000 HKD", "11550000000 AUD", "11550000000 CAD", "11550000000 SGD", "11550000000 NZD", "11550000000 TWD")]
    [InlineData("EUR 1.234", "1.234 EUR", "1234 EUR")]
    [InlineData("¥5 billion", "5000000000 CNY", "5000000000 JPY")]
    [InlineData("1,5 million euros", "1500000 EUR", "15000000 EUR")]
    [InlineData("5 million dirhams", "5000000 AED", "5000000 MAD")]
    [InlineData("Rs 1 trillion", "1000000000000 INR", "1000000000000 PKR", "1000000000000 LKR", "1000000000000 NPR")]
    [InlineData("Rs 200 million", "200000000 INR", "200000000 PKR", "200000000 LKR", "200000000 NPR")]
    public void What_may_be_two_sums_is_asked(string typed, params string[] candidates)
    {
        var reading = MoneyReader.Read(typed);

        Assert.Equal((null, null), (reading.Money, reading.Problem));
        Assert.Equal(candidates.Select(text => "Exactly " + text), reading.Candidates.Select(Written.Of));
        Assert.All(reading.Candidates, candidate => Assert.Equal(typed, candidate.AsPrinted));
    }

    [Theory]
    [InlineData("", ReadingProblem.Empty)]
    [InlineData("5 billion", ReadingProblem.NoCurrency)]
    [InlineData("746.1亿", ReadingProblem.NoCurrency)]
    [InlineData("5 billion zorkmids", ReadingProblem.UnknownCurrency)]
    [InlineData("ZZZ 5 billion", ReadingProblem.UnknownCurrency)]
    [InlineData("yuan", ReadingProblem.NoNumber)]
    [InlineData("several billion yuan", ReadingProblem.NoNumber)]
    [InlineData("数十亿元", ReadingProblem.NoNumber)]
    [InlineData("HK$5 billion yuan", ReadingProblem.CurrenciesDisagree)]
    [InlineData("5 billion yuan (6 billion yuan)", ReadingProblem.CurrenciesDisagree)]
    [InlineData("-5 million euros", ReadingProblem.OutOfRange)]
    [InlineData("9999999999 billion yuan", ReadingProblem.OutOfRange)]
    [InlineData("1,23,4 euros", ReadingProblem.MalformedNumber)]
    [InlineData("10-5 billion yuan", ReadingProblem.RangeReversed)]
    [InlineData("over 5-10 billion yuan", ReadingProblem.QualifiersDisagree)]
    [InlineData("5 billion yuan (over $1 billion)", ReadingProblem.QualifiersDisagree)]
    [InlineData("5 billion yuan in three years", ReadingProblem.NotUnderstood)]
    [InlineData("5 million euros by 2020", ReadingProblem.SeveralFigures)]
    public void What_cannot_be_read_says_why(string typed, ReadingProblem problem)
    {
        var reading = MoneyReader.Read(typed);

        Assert.Equal((problem, null, 0), (reading.Problem, reading.Money, reading.Candidates.Count));
    }

    private static void AssertRead(string typed, string expected)
    {
        var reading = MoneyReader.Read(typed);

        Assert.Null(reading.Problem);
        Assert.NotNull(reading.Money);
        Assert.Equal(expected, Written.Of(reading.Money));
        Assert.Equal(typed.Trim(), reading.Money.AsPrinted);
    }
}
