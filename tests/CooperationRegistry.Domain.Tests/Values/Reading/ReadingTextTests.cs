using System.Globalization;
using CooperationRegistry.Domain.Values.Reading;

namespace CooperationRegistry.Domain.Tests.Values.Reading;

public class ReadingTextTests
{
    public static TheoryData<ReadingProblem> Problems => new(Enum.GetValues<ReadingProblem>());

    [Theory]
    [MemberData(nameof(Problems))]
    public void Problem_of_a_reading_has_both_texts_in_every_language(ReadingProblem problem)
    {
        Texts.AssertInEveryLanguage("CooperationRegistry.Domain.Values.Reading.ReadingTexts", problem.ToString());
        Assert.NotEqual(problem.Sentence(CultureInfo.InvariantCulture), problem.Mend(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Problem_of_a_reading_speaks_the_language_of_the_reader()
    {
        Assert.Equal("Nothing says what is counted.", ReadingProblem.NoUnit.Sentence(new("en-GB")));
        Assert.Equal("Write the unit too: 40 GWh, 1,000 jobs.", ReadingProblem.NoUnit.Mend(new("en-GB")));
        Assert.Equal("没有说明数的是什么。", ReadingProblem.NoUnit.Sentence(new("zh-CN")));
        Assert.Equal("请把单位也写上：40 GWh、1000个岗位。", ReadingProblem.NoUnit.Mend(new("zh-Hans")));
    }
}
