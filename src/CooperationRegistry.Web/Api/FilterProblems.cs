using System.Globalization;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Web.Api;

internal static class FilterProblems
{
    /// <summary>400 with a problem document: under each parameter what is wrong with it and how to mend it.</summary>
    public static IResult Result(IReadOnlyList<Problem> problems) =>
        Results.ValidationProblem(
            problems.GroupBy(p => p.Path).ToDictionary(g => g.Key, g => g.Select(p => $"'{p.Value}': {p.Sentence(CultureInfo.CurrentUICulture)} {p.Mend(CultureInfo.CurrentUICulture)}").ToArray()),
            title: "The filter cannot be read.");
}
