using CooperationRegistry.Data.Agreements;
using F23.StringSimilarity;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Search;

/// <summary>One word that some agreement has, or one name in a script without spaces; folded.</summary>
public sealed class SearchWord
{
    public string Word { get; set; } = "";
}

/// <summary>The words that misspelt ones are compared with. Words that no agreement has any more stay until the next <c>reindex</c>.</summary>
internal static class Vocabulary
{
    private const int Shortest = 3;
    private const int Longest = 40;

    /// <summary>A longer one is a sentence.</summary>
    private const int LongestRun = 12;

    private const int MostCandidates = 50;
    private const int MostTaken = 5;

    private const int LongWord = 6;

    private static readonly OptimalStringAlignment Distance = new();

    /// <summary>Words of a row, some more than once.</summary>
    public static IEnumerable<string> Of(AgreementWords row) =>
        row.Text.Split('\n').SelectMany(Lexemes.Of).Where(w => Lexemes.IsRun(w) ? w.Length is >= 2 and <= LongestRun : w.Length is >= Shortest and <= Longest && w.Any(char.IsLetter));

    /// <summary>Each once, in an order that is the same for all who add some.</summary>
    public static string[] OfAll(IEnumerable<AgreementWords> rows) => [.. rows.SelectMany(Of).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Notes words that some agreement has.</summary>
    /// <param name="words">As <see cref="OfAll"/> gives them.</param>
    public static async Task AddAsync(RegistryDbContext db, string[] words, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"INSERT INTO search_words (word) SELECT unnest({words}) ON CONFLICT DO NOTHING", cancellationToken);
    }

    public static Task<bool> HasAsync(RegistryDbContext db, string word, CancellationToken cancellationToken) =>
        db.SearchWords.AnyAsync(w => w.Word == word, cancellationToken);

    /// <summary>The words that differ least from this one, the most alike first; none where all differ too much.</summary>
    public static async Task<IReadOnlyList<string>> LikeAsync(RegistryDbContext db, string piece, CancellationToken cancellationToken)
    {
        var most = MostDifferent(piece);
        if (most == 0)
            return [];
        // One wrong letter in a long word leaves much alike, and much less has to be looked through for it.
        var near = piece.Length >= LongWord && !Lexemes.IsRun(piece) ? await NearAsync(db, piece, 0.35, 1, cancellationToken) : [];
        if (near.Count == 0)
            near = await NearAsync(db, piece, 0.2, most, cancellationToken);
        return [.. near.TakeWhile(c => c.Distance <= near[0].Distance && c.Likeness >= 0.8 * near[0].Likeness).Take(MostTaken).Select(c => c.Word)];
    }

    private static async Task<List<(string Word, double Distance, double Likeness)>> NearAsync(RegistryDbContext db, string piece, double least, int most, CancellationToken cancellationToken)
    {
        await using var transaction = await NameSearch.BeginAsync(db, "similarity", least, cancellationToken);
        var candidates = await NameSearch.InTimeAsync(
            db.Database.SqlQuery<string>($"SELECT word AS \"Value\" FROM search_words WHERE word % {piece} ORDER BY similarity(word, {piece}) DESC, word LIMIT {MostCandidates}"), cancellationToken);
        return
        [
            .. candidates
                .Where(c => Lexemes.IsRun(c) == Lexemes.IsRun(piece))
                .Select(c => (Word: c, Distance: Distance.Distance(c, piece), Likeness: (double)Trigrams.Similarity(c, piece)))
                .Where(c => c.Distance <= most)
                .OrderBy(c => c.Distance).ThenByDescending(c => c.Likeness),
        ];
    }

    /// <summary>Two words that were written as one; null where it is no two.</summary>
    public static async Task<(string Left, string Right)?> SplitAsync(RegistryDbContext db, string piece, CancellationToken cancellationToken)
    {
        if (Lexemes.IsRun(piece))
            return null;
        var ends = Enumerable.Range(Shortest, Math.Max(0, piece.Length - (2 * Shortest) + 1)).ToList();
        var halves = ends.SelectMany(e => new[] { piece[..e], piece[e..] }).ToList();
        var words = await db.SearchWords.Where(w => halves.Contains(w.Word)).Select(w => w.Word).ToListAsync(cancellationToken);
        var end = ends.Find(e => words.Contains(piece[..e]) && words.Contains(piece[e..]));
        return end == 0 ? null : (piece[..end], piece[end..]);
    }

    // A letter in four, and never the whole sense of a short word.
    private static int MostDifferent(string piece) =>
        (Lexemes.IsRun(piece), piece.Length) switch
        {
            (true, < 3) => 0,
            (true, _) => 1,
            (false, < 4) => 0,
            (false, < 6) => 1,
            (false, < 9) => 2,
            _ => 3,
        };
}
