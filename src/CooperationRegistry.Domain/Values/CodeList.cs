using System.Collections.Frozen;

namespace CooperationRegistry.Domain.Values;

/// <summary>Codes in the order of their file. They are compared exactly, case too.</summary>
public sealed class CodeList
{
    private readonly FrozenDictionary<string, Code> _byValue;

    public CodeList(IEnumerable<Code> codes)
    {
        All = [.. codes];
        _byValue = All.ToFrozenDictionary(code => code.Value, StringComparer.Ordinal);
    }

    public IReadOnlyList<Code> All { get; }

    public bool Contains(string? code) => code is not null && _byValue.ContainsKey(code);

    public Code? Find(string? code) => code is null ? null : _byValue.GetValueOrDefault(code);

    /// <summary>In English where the language has no label; null for an unknown code.</summary>
    public string? Label(string? code, string language) =>
        Find(code)?.Labels is not { } labels ? null
        : labels.TryGetValue(language, out var label) ? label
        : labels.GetValueOrDefault("en");

    /// <summary>True for the code itself and everything below it.</summary>
    public bool IsWithin(string? code, string? broader)
    {
        for (var step = Find(code); step is not null; step = Find(step.Broader))
        {
            if (step.Value == broader || step.Broader == broader && broader is not null)
                return true;
        }

        return false;
    }
}
