using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace CooperationRegistry.Data.Sources;

public sealed record PageText(int Page, string Text);

public enum TextExtent
{
    /// <summary>Every page was read. A scan without a text layer has pages without text.</summary>
    Whole,

    /// <summary>The file has more than is read here.</summary>
    CutShort,

    /// <summary>The file, or a page of it, could not be read.</summary>
    Damaged,

    /// <summary>The file is a picture.</summary>
    Picture,
}

/// <param name="Pages">Those that could be read.</param>
public sealed record FileText(TextExtent Extent, IReadOnlyList<PageText> Pages);

/// <summary>Reads the text of kept PDFs. Files come from anywhere, so time, pages, characters and memory are bounded and nothing in them makes it throw.</summary>
public sealed class AttachmentText(AttachmentStore store) : IDisposable
{
    private const int MostPages = 300;
    private const int MostCharacters = 500_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    // Each holds a whole file; and a page that the library never finishes with keeps its turn, not the server.
    private readonly SemaphoreSlim turns = new(2);

    /// <returns>Null where no such file is kept.</returns>
    public async Task<FileText?> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(sha256, cancellationToken) is not { } file)
            return null;
        if (file.MediaType != AttachmentType.Pdf.MediaType)
            return new FileText(TextExtent.Picture, []);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(Longest);
        var reading = new Reading();
        try
        {
            await turns.WaitAsync(stop.Token);
            await Task.Run(() => ReadInTurnAsync(reading, file, stop.Token), CancellationToken.None).WaitAsync(stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            reading.Lack(TextExtent.CutShort);
        }
        return reading.SoFar();
    }

    public void Dispose() => turns.Dispose();

    private async Task ReadInTurnAsync(Reading reading, KeptFile file, CancellationToken stop)
    {
        try
        {
            var bytes = new MemoryStream(file.Length);
            await foreach (var piece in store.ReadAsync(file, stop))
                bytes.Write(piece);
            reading.Read(bytes.GetBuffer(), stop);
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>What has been read so far can be asked for while a page is being read that never ends.</summary>
    private sealed class Reading
    {
        private readonly Lock gate = new();
        private readonly List<PageText> pages = [];
        private TextExtent extent = TextExtent.Whole;
        private int left = MostCharacters;

        public FileText SoFar()
        {
            lock (gate)
                return new FileText(extent, [.. pages]);
        }

        public void Lack(TextExtent lacking)
        {
            lock (gate)
                extent = lacking;
        }

        public void Read(byte[] bytes, CancellationToken stop)
        {
            try
            {
                using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new BoundedFilters() });
                if (document.NumberOfPages == 0)
                    Lack(TextExtent.Damaged);
                for (var page = 1; page <= document.NumberOfPages; page++)
                {
                    if (page > MostPages || left == 0 || stop.IsCancellationRequested)
                    {
                        Lack(TextExtent.CutShort);
                        return;
                    }
                    Read(document, page);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Whatever a damaged file makes the library throw.
                Lack(TextExtent.Damaged);
            }
        }

        private void Read(PdfDocument document, int page)
        {
            try
            {
                var text = Readable(ContentOrderTextExtractor.GetText(document.GetPage(page)));
                lock (gate)
                {
                    if (text.Length > left)
                        extent = TextExtent.CutShort;
                    pages.Add(new PageText(page, text.Length > left ? text[..(char.IsHighSurrogate(text[left - 1]) ? left - 1 : left)] : text));
                    left -= Math.Min(left, text.Length);
                }
            }
            catch (Exception e) when (e is not (OperationCanceledException or OverflowException))
            {
                // One page less; the others may be whole.
                Lack(TextExtent.Damaged);
            }
        }

        // What a content may hold: a text without characters that cannot be shown.
        private static string Readable(string text) => string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Where(IsShown).Select(Letter));

        private static bool IsShown(Rune rune) => rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || rune.Value is 0xFFFD or 0xFFFE);

        // Fonts share a glyph between a letter and its look-alike, and the document then names the latter: ⼤ (a radical) for 大, ﬁ for fi.
        // Nothing else is made alike: m² stays m².
        private static string Letter(Rune rune) =>
            rune.Value is (>= 0x2E80 and <= 0x2FDF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFB00 and <= 0xFB06) ? rune.ToString().Normalize(NormalizationForm.FormKC) : rune.ToString();
    }
}
