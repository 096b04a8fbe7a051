namespace CooperationRegistry.Domain.Importing;

public enum ImportOutcome
{
    New,
    Changed,
    Same,
    Refused,

    /// <summary>The reviewer took it out.</summary>
    LeftOut,
}

/// <summary>A line of a file that is imported, as the check found it.</summary>
public sealed class ImportLine
{
    public long ImportId { get; init; }

    /// <summary>Of the record in the file: of its first line where it goes over several. From 1, the header counted.</summary>
    public int Number { get; init; }

    public ImportOutcome Outcome { get; set; }

    /// <summary>Null where the line does not say so much.</summary>
    public RecordKind? Kind { get; init; }

    /// <summary>Null for a new record until it is published.</summary>
    public string? RecordId { get; set; }

    /// <summary>The published revision that the line was compared with; 0 for a new record.</summary>
    public int BaseRevision { get; init; }

    /// <summary>What it is called, in English where there is a name.</summary>
    public string Title { get; init; } = "";

    /// <summary>As <see cref="ContentJson"/> writes it; null where the line cannot be read so far, or changes nothing.</summary>
    public string? Content { get; set; }

    /// <summary>Sources that it is the first to name, published with it: a JSON list of <see cref="Reviewing.RecordLine"/>.</summary>
    public string Companions { get; set; } = "[]";

    /// <summary>As JSON, a list of <see cref="Rules.Problem"/>; the path is the column's name, or leads into the content.</summary>
    public string Problems { get; set; } = "[]";

    /// <summary>The cells as typed, a JSON list of texts, or the line of JSON; of JSON Lines kept of refused ones alone.</summary>
    public string? Raw { get; set; }

    /// <summary>Lines with the same number name each other, and are published in one transaction.</summary>
    public int Together { get; set; }

    /// <summary>The revision that it became; null while it is not published.</summary>
    public int? Revision { get; set; }
}

/// <summary>A piece of the file, as received.</summary>
public sealed class ImportPiece
{
    public long ImportId { get; init; }

    /// <summary>From 0.</summary>
    public int Number { get; init; }

    public byte[] Bytes { get; init; } = [];
}
