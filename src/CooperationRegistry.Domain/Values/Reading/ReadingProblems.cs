using System.Globalization;
using System.Resources;

namespace CooperationRegistry.Domain.Values.Reading;

public static class ReadingProblems
{
    private static readonly ResourceManager Texts = new("CooperationRegistry.Domain.Values.Reading.ReadingTexts", typeof(ReadingProblems).Assembly);

    /// <summary>Why the text was not read, in words a layperson understands.</summary>
    public static string Sentence(this ReadingProblem problem, CultureInfo culture) => Text(problem.ToString(), culture);

    /// <summary>What to do about it.</summary>
    public static string Mend(this ReadingProblem problem, CultureInfo culture) => Text(problem + "_Mend", culture);

    private static string Text(string name, CultureInfo culture) =>
        Texts.GetString(name, culture) ?? throw new InvalidOperationException($"ReadingTexts.resx lacks {name}.");
}
