namespace CooperationRegistry.Data.Search;

/// <summary>A reader's query as the store is asked.</summary>
public sealed record SearchPlan
{
    /// <summary>The dictionary by which words are brought to their stems, for texts and queries alike.</summary>
    public const string Dictionary = "english";

    /// <summary>In the store's query language; null where what was typed holds nothing to look for, so that nothing is found.</summary>
    public string? Query { get; init; }

    /// <summary>Any of what must be there, in the same language: how much of it stands in which place tells how well a record fits.</summary>
    public string? Any { get; init; }

    /// <summary>The share of agreements that have it, as the store's statistics have it, where it is one of the commonest words and nothing else; else 0.</summary>
    public float Share { get; init; }

    /// <summary>Words that no record has, and what was looked for in their place.</summary>
    public IReadOnlyList<(string Typed, string Used)> Corrections { get; init; } = [];

    /// <summary>Words that no record has and for which there is nothing in their place, so that nothing is found.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Folded words and runs that make a record match, to be marked where they stand.</summary>
    public IReadOnlyList<string> Needles { get; init; } = [];

    /// <summary>What was typed, with what was looked for in the place of words that no record has.</summary>
    public string Corrected(string typed) => Corrections.Aggregate(typed, (text, c) => text.Replace(c.Typed, c.Used, StringComparison.OrdinalIgnoreCase));
}
