using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Search;

/// <summary>
/// Turns what a reader typed into a query of the store. Every term must be there. A word that no record has is taken for the beginning of
/// one, for two words written as one or one written as two, or for a misspelt one; what is quoted or excluded is taken as it is.
/// </summary>
internal sealed class SearchPlanner(RegistryDbContext db, CancellationToken cancellationToken)
{
    private const int MostMended = 8;

    /// <summary>A longer one is a sentence, in which names need not be told apart.</summary>
    private const int LongestRun = 16;

    private readonly List<(string Typed, string Used)> corrections = [];
    private readonly List<string> missing = [];
    private readonly List<string> needles = [];
    private readonly Dictionary<string, Known> asked = [];

    public async Task<SearchPlan> PlanAsync(string typed)
    {
        var terms = await TermsAsync(typed);
        var known = await KnownAsync([.. terms.Select(t => (t.Query, Beginning(t.Term)))]);
        // Words that carry no meaning, such as "of", are no term.
        var open = terms.Zip(known, (t, k) => (t.Term, t.Query, k.IsKnown, k.IsEmpty)).Where(t => !t.IsEmpty).ToList();
        var parts = new List<string>();
        var wanted = new List<string>();
        for (var i = 0; i < open.Count; i++)
        {
            var (term, query, isKnown, _) = open[i];
            if (isKnown || term.IsPhrase || corrections.Count + missing.Count >= MostMended)
            {
                Note(term, isKnown);
            }
            else if (i + 1 < open.Count && !open[i + 1].Term.IsPhrase && await JoinedAsync(term.Pieces[0], open[i + 1].Term.Pieces[0]) is { } joined)
            {
                query = joined;
                i++;
            }
            else
            {
                query = await MendedAsync(term.Pieces[0]) ?? query;
            }
            parts.Add(term.IsExcluded ? $"!({query})" : $"({query})");
            if (!term.IsExcluded)
                wanted.Add(query);
        }
        return new SearchPlan
        {
            Query = parts.Count == 0 ? null : string.Join(" & ", parts),
            Any = wanted.Count == 0 ? null : string.Join(" | ", wanted.Select(w => $"({w})")),
            Share = parts.Count == 1 && wanted is [var only] ? (await KnownAsync([(only, null)]))[0].Share : 0,
            Corrections = corrections,
            Missing = missing,
            Needles = [.. needles.Distinct()],
        };
    }

    // The parts of a word that nothing has side by side are looked for one by one: Copenhagen-Beijing.
    private async Task<List<(SearchTerm Term, string Query)>> TermsAsync(string typed)
    {
        var read = SearchQuery.Read(typed);
        var known = await KnownAsync([.. read.Select(t => (AsTyped(t), Beginning(t)))]);
        return
        [
            .. read.Zip(known)
                .SelectMany(t => t.First.IsPhrase || t.Second.IsKnown ? [t.First] : t.First.Pieces.Select(p => new SearchTerm([p], false, false)))
                .Select(t => (t, AsTyped(t))),
        ];
    }

    private static string AsTyped(SearchTerm term) => string.Join(" <-> ", term.Pieces.Select(p => Lexemes.Query(p)));

    // What a word is taken for that nothing has as it is.
    private static string? Beginning(SearchTerm term) =>
        term is { IsPhrase: false, Pieces: [{ Length: > 1 } piece] } && !Lexemes.IsRun(piece) ? Lexemes.Query(piece, isBeginning: true) : null;

    private void Note(SearchTerm term, bool isKnown)
    {
        if (!term.IsExcluded)
            (isKnown ? needles : missing).AddRange(isKnown ? term.Pieces : [string.Join(' ', term.Pieces)]);
    }

    private async Task<string?> JoinedAsync(string first, string second)
    {
        if (Lexemes.IsRun(first) || Lexemes.IsRun(second) || !await Vocabulary.HasAsync(db, first + second, cancellationToken))
            return null;
        return Instead($"{first} {second}", [first + second], Lexemes.Query(first + second));
    }

    private async Task<string?> MendedAsync(string piece)
    {
        if (!Lexemes.IsRun(piece) && piece.Length > 1 && (await KnownAsync([(Lexemes.Query(piece, isBeginning: true), null)]))[0].IsKnown)
        {
            needles.Add(piece);
            return Lexemes.Query(piece, isBeginning: true);
        }
        if (Lexemes.IsRun(piece) && await PartsAsync(piece) is { } parts)
            return Instead(piece, [string.Join(' ', parts)], string.Join(" & ", parts.Select(p => $"({Lexemes.Query(p)})")));
        if (await Vocabulary.LikeAsync(db, piece, cancellationToken) is { Count: > 0 } like)
            return Instead(piece, like, string.Join(" | ", like.Select(w => $"({Lexemes.Query(w)})")));
        if (await Vocabulary.SplitAsync(db, piece, cancellationToken) is var (left, right))
            return Instead(piece, [$"{left} {right}"], $"{Lexemes.Query(left)} <-> {Lexemes.Query(right)}");
        missing.Add(piece);
        return null;
    }

    // Chinese has no spaces between names: 深圳加州 is 深圳 and 加州. The fewest stretches that all are known, of two characters at least.
    private async Task<IReadOnlyList<string>?> PartsAsync(string run)
    {
        if (run.Length is < 4 or > LongestRun)
            return null;
        var stretches = Enumerable.Range(0, run.Length - 1).SelectMany(from => Enumerable.Range(2, run.Length - from - 1).Select(length => run.Substring(from, length))).Distinct().ToArray();
        var known = stretches.Zip(await KnownAsync([.. stretches.Select(s => (Lexemes.Query(s), (string?)null))])).Where(s => s.Second.IsKnown).Select(s => s.First).ToHashSet();
        var best = new IReadOnlyList<string>?[run.Length + 1];
        best[0] = [];
        for (var end = 2; end <= run.Length; end++)
        {
            for (var from = 0; from <= end - 2; from++)
            {
                if (best[from] is { } before && known.Contains(run[from..end]) && (best[end] is not { } other || before.Count + 1 < other.Count))
                    best[end] = [.. before, run[from..end]];
            }
        }
        return best[^1];
    }

    private string Instead(string typed, IReadOnlyList<string> used, string query)
    {
        corrections.Add((typed, used[0]));
        needles.AddRange(used.SelectMany(u => u.Split(' ')));
        return query;
    }

    private sealed record Known(bool IsEmpty, bool IsKnown, bool IsKnownOtherwise, float Share);

    /// <param name="queries">And what each is taken for where nothing has it; null for nothing else.</param>
    private async Task<IReadOnlyList<Known>> KnownAsync(IReadOnlyList<(string Query, string? Other)> queries)
    {
        var unasked = queries.DistinctBy(q => q.Query).Where(q => !asked.ContainsKey(q.Query)).ToList();
        if (unasked.Count > 0)
        {
            var (texts, others) = (unasked.ConvertAll(q => q.Query).ToArray(), unasked.ConvertAll(q => q.Other).ToArray());
            var answers = await db.Database.SqlQuery<Known>($"""
                SELECT is_empty AS "IsEmpty", is_known AS "IsKnown", is_known_otherwise AS "IsKnownOtherwise", share AS "Share" FROM known_words({texts}, {others}::text[])
                """).ToListAsync(cancellationToken);
            foreach (var ((query, other), answer) in unasked.Zip(answers))
            {
                asked[query] = answer;
                if (other is not null && !answer.IsKnown)
                    asked[other] = new Known(false, answer.IsKnownOtherwise, false, 0);
            }
        }
        return [.. queries.Select(q => asked[q.Query])];
    }
}
