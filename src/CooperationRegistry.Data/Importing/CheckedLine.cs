using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Data.Importing;

/// <summary>A line as far as the check has come with it.</summary>
internal sealed class CheckedLine(FileLine line)
{
    public FileLine Line => line;

    public RecordKind? Kind { get; set; }

    /// <summary>Null for a new record whose id the registry gives.</summary>
    public string? RecordId { get; set; }

    /// <summary>0 for a new record.</summary>
    public int BaseRevision { get; set; }

    /// <summary>Null where nothing could be made of the line, or it changes nothing.</summary>
    public RecordContent? Content { get; set; }

    /// <summary>Sources that it is the first to name, under temporary ids.</summary>
    public List<Publishable> Companions { get; } = [];

    public List<Problem> Problems { get; } = [];

    /// <summary>The columns that parts of a new content were made from, by their paths.</summary>
    public Dictionary<string, string> Columns { get; } = [];

    /// <summary>Unlike any other of the file.</summary>
    public string TemporaryId => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"~{line.Number}");

    public ImportOutcome Outcome =>
        Problems.Count > 0 ? ImportOutcome.Refused
        : Content is null ? ImportOutcome.Same
        : BaseRevision == 0 ? ImportOutcome.New
        : ImportOutcome.Changed;

    public void Refuse(string path, Rule rule, string? value = null, params string[] arguments) => Problems.Add(Problem.At(path, rule, value, arguments));

    public void Refuse(string path, Breach? breach)
    {
        if (breach is not null)
            Problems.Add(Problem.At(path, breach.Rule, breach.Value, breach.Arguments));
    }

    public IEnumerable<Publishable> Publishables() => Companions.Append(new Publishable(RecordId ?? TemporaryId, Content!));

    /// <summary>What is laid down of the content; asked for when nothing of it changes any more.</summary>
    public string Json => json ??= ContentJson.Write(Content!);

    /// <summary>What it is called in lists of lines.</summary>
    public string Title => title ??= Content is null ? "" : Cut(RecordTitles.Of(Content, "en"));

    private string? json;
    private string? title;

    /// <param name="importId">The import that it belongs to.</param>
    public ImportLine Staged(long importId) =>
        new()
        {
            ImportId = importId,
            Number = line.Number,
            Together = line.Number,
            Outcome = Outcome,
            Kind = Kind,
            RecordId = RecordId,
            BaseRevision = BaseRevision,
            Title = Title,
            Content = Content is null || Outcome == ImportOutcome.Refused ? null : Json,
            Companions = Companions.Count == 0 ? "[]" : ImportJson.Write(Companions.Select(c => new RecordLine(c.Content.Record, c.Id, ImportJson.Element(c.Content)))),
            Problems = Problems.Count == 0 ? "[]" : ImportJson.Write(Problems),
            Raw = line.Cells is { } cells ? Outcome == ImportOutcome.Same ? null : ImportJson.Write(cells.Select(Whole)) : Outcome == ImportOutcome.Refused ? Whole(line.Text ?? "") : null,
        };

    private static string Cut(string title) => Whole(title.Length <= 500 ? title : title[..500]);

    // Half of a pair is no character, and the store takes neither that nor NUL.
    private static string Whole(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.Contains('\0', StringComparison.Ordinal) ? Mended(text) : text;

    private static string Mended(string text) => string.Concat(text.EnumerateRunes()).Replace('\0', '\uFFFD');
}
