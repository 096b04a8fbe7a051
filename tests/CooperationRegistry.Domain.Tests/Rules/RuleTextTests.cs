using System.Globalization;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Domain.Tests.Rules;

public class RuleTextTests
{
    public static TheoryData<Rule> Rules => new(Enum.GetValues<Rule>());

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_says_what_is_wrong_and_how_to_mend_it(Rule rule)
    {
        var problem = Problem.At("title", rule, null, "one", "two");

        Assert.NotEmpty(problem.Sentence(CultureInfo.InvariantCulture));
        Assert.NotEmpty(problem.Mend(CultureInfo.InvariantCulture));
        Assert.NotEqual(problem.Sentence(CultureInfo.InvariantCulture), problem.Mend(CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_has_both_texts_in_every_language_with_the_same_gaps(Rule rule) =>
        Texts.AssertInEveryLanguage("CooperationRegistry.Domain.Rules.RuleTexts", rule.ToString());

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("zh-CN")]
    public void Problem_speaks_Chinese_to_Chinese_readers(string culture)
    {
        var problem = Problem.At("description", Rule.TooLong, null, "300", "420");

        Assert.Equal("内容过长：420个字符。", problem.Sentence(new CultureInfo(culture)));
        Assert.Equal("请缩短至300个字符以内。", problem.Mend(new CultureInfo(culture)));
    }

    [Fact]
    public void Problem_reads_as_one_line_with_field_value_and_mend()
    {
        var problem = Problem.At("country", Rule.UnknownCode, "XX", "CN");

        Assert.Equal("country: 'XX' This code is not in the list. Use a code of the list, such as CN.", problem.ToString());
        Assert.StartsWith("(record): ", Problem.At("", Rule.Required).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_value_is_cut() =>
        Assert.Equal(new string('x', 80) + "…", Problem.At("title/en", Rule.TooLong, new string('x', 1 << 20)).Value);
}
