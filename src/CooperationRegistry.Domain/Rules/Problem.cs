using System.Globalization;
using System.Resources;

namespace CooperationRegistry.Domain.Rules;

/// <summary>One thing that is wrong with an input: the field, the value, and (from the rule) how to mend it.</summary>
/// <param name="Path">Content path: <c>parties/p1/role</c>; empty for the content as a whole.</param>
/// <param name="Value">The value as given, cut to 80 characters; null where there is none.</param>
/// <param name="Arguments">What the rule's sentence speaks of besides the value.</param>
public sealed record Problem(string Path, string? Value, Rule Rule, IReadOnlyList<string> Arguments)
{
    private static readonly ResourceManager Texts = new("CooperationRegistry.Domain.Rules.RuleTexts", typeof(Problem).Assembly);

    /// <summary>What is wrong, in words a layperson understands.</summary>
    public string Sentence(CultureInfo culture) => Text(Rule.ToString(), culture);

    /// <summary>What to do about it.</summary>
    public string Mend(CultureInfo culture) => Text(Rule + "_Mend", culture);

    /// <summary>One line for a log or a terminal: field, value, sentence, mend.</summary>
    public override string ToString() =>
        $"{(Path.Length == 0 ? "(record)" : Path)}: {(Value is null ? "" : $"'{Value}' ")}{Sentence(CultureInfo.InvariantCulture)} {Mend(CultureInfo.InvariantCulture)}";

    public static Problem At(string path, Rule rule, string? value = null, params string[] arguments) =>
        new(path, value is { Length: > 80 } ? value[..80] + "…" : value, rule, arguments);

    private string Text(string name, CultureInfo culture)
    {
        var text = Texts.GetString(name, culture) ?? throw new InvalidOperationException($"RuleTexts.resx lacks {name}.");
        return Arguments.Count == 0 ? text : string.Format(culture, text, [.. Arguments]);
    }
}

/// <summary>A problem as the checked object sees it, before its place in the content is known.</summary>
public sealed record Breach(string Path, Rule Rule, string? Value = null, params string[] Arguments);

/// <summary>A class whose properties constrain each other.</summary>
public interface ISelfChecking
{
    IEnumerable<Breach> Breaches();
}

/// <summary>An input that is refused, with every reason.</summary>
public sealed class RefusedException(IReadOnlyList<Problem> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
