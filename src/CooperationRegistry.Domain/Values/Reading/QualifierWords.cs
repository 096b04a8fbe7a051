using System.Text.RegularExpressions;
using static CooperationRegistry.Domain.Values.Qualifier;

namespace CooperationRegistry.Domain.Values.Reading;

/// <summary>The words around a figure that bound it.</summary>
internal static partial class QualifierWords
{
    private static readonly PhraseTable<bool> LeadIns = new((false,
        "a total of|total of|totalling|totaling|in total|a total investment of|total investment of|an investment of|investment of|worth|valued at|"
        + "from|with|总投资额|总投资|投资总额|投资额|投资|合同金额|合同总额|金额|价值|注册资本|共计|总计|合计|共|达到|达|为"), (true, "between"));

    private static readonly PhraseTable<Qualifier> Before = new(
        (About, "about|around|approximately|approx.|approx|roughly|some|circa|ca.|ca |c.|nearly|almost|close to|~|≈|大约|大概|约为|约合|约|将近|接近|近"),
        (Exactly, "exactly|precisely|only"),
        (Over, "over|well over|just over|slightly over|more than|slightly more than|above|exceeding|in excess of|upwards of|>|超过|超|逾|多于|大于|突破"),
        (Under, "under|just under|less than|slightly less than|fewer than|below|<|不到|不足|少于|低于|小于"),
        (UpTo, "up to|as much as|as many as|at most|not exceeding|not to exceed|no more than|not more than|a maximum of|max.|max|<=|≤|最多|至多|不超过"),
        (AtLeast, "at least|no less than|not less than|no fewer than|a minimum of|min.|min|>=|≥|至少|不少于|不低于|最少"));

    private static readonly PhraseTable<Qualifier> Behind = new(
        (About, "左右|上下|or so"),
        (AtLeast, "以上|or more|or above|plus|+"),
        (UpTo, "以下|以内|or less|or fewer|at most"));

    /// <summary>What is left between the words. Null for the qualifier where there are none.</summary>
    public static ReadingProblem? Take(string text, out Qualifier? qualifier, out string rest)
    {
        rest = Article().Replace(text, "");
        var isBetween = false;
        while (LeadIns.TryTakeFirst(rest, out var between, out rest))
            isBetween |= between;
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

    /// <summary>"a 40-GWh plant", "the €5m": the article before digits counts nothing.</summary>
    [GeneratedRegex(@"\A(an?|the|all|these|another) (?=\P{L}|[A-Z]{1,3}[ $]?[0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Article();
}
