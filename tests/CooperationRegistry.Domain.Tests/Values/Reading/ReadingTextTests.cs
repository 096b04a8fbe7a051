using System.Globalization;
using CooperationRegistry.Domain.Values.Reading;

namespace CooperationRegistry.Domain.Tests.Values.Reading;

public class ReadingTextTests
{
    public static TheoryData<ReadingProblem> Problems => new(Enum.GetValues<ReadingProblem>());

    [Theory]
    [MemberData(nameof(Problems))]
    public void Problem_of_a_reading_has_a_sentence_and_a_mend_in_both_languages(ReadingProblem problem)
    {
        var (english, chinese) = (CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("zh-Hans"));

        Assert.NotEqual(problem.Sentence(english), problem.Mend(english));
        Assert.Contains(problem.Sentence(chinese), c => c is >= '\u4e00' and <= '\u9fff');
        Assert.Contains(problem.Mend(chinese), c => c is >= '\u4e00' and <= '\u9fff');
    }
}
