using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Chunkers;

namespace CooperationRegistry.Web.Components.Contents;

/// <summary>A stretch of one side of a reworded text.</summary>
/// <param name="Text">Some words with the spaces between them.</param>
/// <param name="IsChanged">Whether the other side has them not.</param>
public readonly record struct TextPiece(string Text, bool IsChanged);

/// <summary>What of a text was reworded, word by word; sign by sign where the script has no spaces.</summary>
public static partial class TextChange
{
    public static IReadOnlyList<TextPiece> Pieces(string before, string after, bool ofAfter)
    {
        var difference = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new CustomFunctionChunker(Words));
        var words = ofAfter ? difference.PiecesNew : difference.PiecesOld;
        var changed = new bool[words.Count];
        foreach (var block in difference.DiffBlocks)
            Array.Fill(changed, true, ofAfter ? block.InsertStartB : block.DeleteStartA, ofAfter ? block.InsertCountB : block.DeleteCountA);

        var pieces = new List<TextPiece>();
        for (var at = 0; at < words.Count; at++)
        {
            if (pieces.Count > 0 && pieces[^1].IsChanged == changed[at])
                pieces[^1] = new TextPiece(pieces[^1].Text + words[at], changed[at]);
            else
                pieces.Add(new TextPiece(words[at], changed[at]));
        }
        return pieces;
    }

    private static IReadOnlyList<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    // A run of letters of a script with spaces, of spaces, or any single sign, which may be two units of UTF-16.
    [GeneratedRegex(@"[\uD800-\uDBFF][\uDC00-\uDFFF]|[\p{L}\p{M}\p{N}-[\u2E80-\u9FFF\uF900-\uFAFF\u3040-\u30FF]]+|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Word();
}
