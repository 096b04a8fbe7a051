using System.Globalization;

namespace CooperationRegistry.Domain.Values.Reading;

public static class ReadingProblems
{
    public static string Sentence(this ReadingProblem problem, CultureInfo culture) => problem.ToString();

    public static string Mend(this ReadingProblem problem, CultureInfo culture) => "";
}
