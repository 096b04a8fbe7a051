using CooperationRegistry.Data.Search;

namespace CooperationRegistry.Bench.Registries;

/// <param name="Kind">Rare, common, none, chinese or misspelt.</param>
/// <param name="Path">Of the list that it finds.</param>
internal sealed record Search(string Kind, string Path);

/// <summary>Searches made from the words of a registry, the same for the same seed.</summary>
internal sealed class Searches
{
    private const int OfEachKind = 40;
    private const int Titles = 400;

    /// <summary>A word in more than this part of the agreements is common.</summary>
    private const double Common = 0.01;

    private readonly Registry registry;
    private readonly Random random;
    private readonly Dictionary<string, long> counts = [];

    private Searches(Registry registry, int seed) => (this.registry, random) = (registry, new Random(seed));

    /// <summary>Forty of each kind, mixed; fewer of a kind for which the registry has too few words.</summary>
    public static async Task<IReadOnlyList<Search>> ChooseAsync(Registry registry, int seed, CancellationToken cancellationToken)
    {
        var queries = new Searches(registry, seed);
        var titles = await queries.TitlesAsync("title", cancellationToken);
        var chinese = await queries.TitlesAsync("title_zh", cancellationToken);
        var words = await queries.WordsAsync(titles, cancellationToken);
        (string Kind, IEnumerable<string> Texts)[] kinds =
        [
            ("rare", titles.Select(t => string.Join(' ', WordsOf(t).OrderBy(w => queries.counts[w]).Take(3)))),
            ("common", queries.Shuffled(words.Where(w => queries.counts[w] > Common * registry.Agreements))),
            ("none", Enumerable.Range(0, OfEachKind).Select(_ => queries.Letters(12))),
            ("chinese", chinese.Select(queries.Pair).OfType<string>()),
            ("misspelt", queries.Shuffled(words.Where(w => w.Length >= 6)).Select(queries.Misspelt)),
        ];
        return [.. queries.Shuffled(kinds.SelectMany(k => k.Texts.Where(t => t.Length > 0).Distinct().Take(OfEachKind).Select(t => new Search(k.Kind, $"/agreements?q={Uri.EscapeDataString(t)}"))))];
    }

    private T[] Shuffled<T>(IEnumerable<T> all)
    {
        var items = all.ToArray();
        random.Shuffle(items);
        return items;
    }

    private async Task<IReadOnlyList<string>> TitlesAsync(string column, CancellationToken cancellationToken)
    {
        var numbers = Enumerable.Range(0, Titles).Select(_ => random.NextInt64(1, registry.Agreements + 1)).ToArray();
        // The column is one of two names of ours.
        return Shuffled(await Draw.ReadAsync(registry, $"SELECT {column} FROM agreement_listings WHERE number = ANY ($1) AND {column} IS NOT NULL ORDER BY number", cancellationToken, numbers));
    }

    /// <summary>With how many agreements have each.</summary>
    private async Task<IReadOnlyList<string>> WordsAsync(IEnumerable<string> titles, CancellationToken cancellationToken)
    {
        var words = titles.SelectMany(WordsOf).Distinct().Order(StringComparer.Ordinal).ToArray();
        var found = await Draw.ReadAsync(
            registry,
            """
            SELECT (SELECT count(*) FROM agreement_words WHERE vector @@ plainto_tsquery('english', asked.word))::text
            FROM unnest($1) WITH ORDINALITY AS asked(word, place) ORDER BY place
            """,
            cancellationToken,
            [words]);
        foreach (var (word, count) in words.Zip(found))
            counts[word] = long.Parse(count, System.Globalization.CultureInfo.InvariantCulture);
        return words;
    }

    private static IEnumerable<string> WordsOf(string title) => Lexemes.Of(title).Where(w => w.Length >= 4 && w.All(char.IsAsciiLetter)).Distinct();

    private string Letters(int length) => new([.. Enumerable.Range(0, length).Select(_ => "bcdfghjkmpqvwxz"[random.Next(15)])]);

    /// <summary>Two Chinese characters side by side; null where there are none.</summary>
    private string? Pair(string title)
    {
        var places = Enumerable.Range(0, title.Length - 1).Where(i => IsHan(title[i]) && IsHan(title[i + 1])).ToList();
        return places.Count == 0 ? null : title.Substring(places[random.Next(places.Count)], 2);
    }

    private static bool IsHan(char letter) => letter is >= '一' and <= '鿿';

    private string Misspelt(string word)
    {
        var place = random.Next(1, word.Length);
        return $"{word[..place]}{(word[place] == 'x' ? 'q' : 'x')}{word[(place + 1)..]}";
    }
}
