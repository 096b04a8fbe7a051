using static CooperationRegistry.Domain.Values.Qualifier;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>The words around a figure that bound it.</summary>
internal static class QualifierWords
{
    private static readonly PhraseTable<bool> LeadIns = new((false,
        "a total of|total of|totalling|totaling|in total|a total investment of|total investment of|an investment of|investment of|worth|"
        + "from|总投资额|总投资|投资|共计|总计|合计|共|达到|达"), (true, "between"));

    private static readonly PhraseTable<Qualifier> Before = new(
        (About, "about|around|approximately|approx.|approx|roughly|some|circa|ca.|ca|c.|nearly|almost|close to|~|≈|大约|大概|约为|约合|约|将近|接近|近"),
        (Over, "over|well over|more than|above|exceeding|in excess of|>|超过|超|逾|多于|大于|突破"),
        (Under, "under|less than|fewer than|below|<|不到|不足|少于|低于|小于"),
        (UpTo, "up to|at most|no more than|not more than|a maximum of|max.|max|<=|≤|最多|至多|不超过"),
        (AtLeast, "at least|no less than|not less than|no fewer than|a minimum of|min.|min|>=|≥|至少|不少于|不低于|最少"));

    private static readonly PhraseTable<Qualifier> Behind = new(
        (About, "左右|上下|or so"),
        (AtLeast, "以上|or more|or above|+"),
        (UpTo, "以下|以内|or less|or fewer|at most"));

    /// <summary>What is left between the words. Null for the qualifier where there are none.</summary>
    public static ReadingProblem? Take(string text, out Qualifier? qualifier, out string rest)
    {
        var isBetween = LeadIns.TryTakeFirst(text, out var between, out rest) && between;
        if (isBetween)
            rest = rest.Replace(" and ", "-", StringComparison.OrdinalIgnoreCase);
        qualifier = Before.TryTakeFirst(rest, out var before, out rest) ? before : null;
        LeadIns.TryTakeFirst(rest, out _, out rest);
        if (!Behind.TryTakeLast(rest, out var behind, out rest))
            return null;

        return Join(qualifier, behind, out qualifier);
    }

    public static ReadingProblem? Join(Qualifier? one, Qualifier? other, out Qualifier? joined)
    {
        joined = one ?? other;
        return one is not null && other is not null && one != other ? ReadingProblem.QualifiersDisagree : null;
    }

    /// <summary>A range may be approximate, for its rounding says so too; it cannot be over or under itself.</summary>
    public static ReadingProblem? ForRange(Qualifier? qualifier) =>
        qualifier is null or About ? null : ReadingProblem.QualifiersDisagree;
}
