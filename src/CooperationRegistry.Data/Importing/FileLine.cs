using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Data.Importing;

/// <summary>A record of a file as it stands there, before anything is made of it.</summary>
/// <param name="Number">Of its first line, from 1.</param>
/// <param name="Cells">Of a list; null of JSON Lines.</param>
/// <param name="Text">Of JSON Lines; null of a list.</param>
/// <param name="Problem">What is wrong with the line itself, such as its quotes; null where nothing is.</param>
/// <param name="Share">How far into the file it ends, from 0 to 1.</param>
internal sealed record FileLine(int Number, IReadOnlyList<string>? Cells, string? Text, Problem? Problem, double Share);

/// <summary>What a file may be like, whatever its format.</summary>
internal static class FileLimits
{
    /// <summary>Characters of a cell: more than any text of a content may have.</summary>
    public const int Cell = 100_000;

    /// <summary>Bytes of a line: the largest content by far.</summary>
    public const int Line = 8 * 1024 * 1024;

    /// <summary>Bytes of an upload.</summary>
    public const long File = 256L * 1024 * 1024;
}
