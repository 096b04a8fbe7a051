using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Data.Exchange.Tables;

/// <summary>Puts the text of a cell into a content; what is wrong with it, where something is. An empty text takes the value away.</summary>
internal delegate Breach? CellWriter(RecordContent content, string text);

/// <summary>A column of a noun's list, as CSV, XLSX and the data dictionary have it.</summary>
public sealed record ListColumn(string Name, CellType Type)
{
    /// <summary>Where in the content the value stands; null for what is computed, joined or of other records.</summary>
    public string? Path { get; init; }

    internal CellWriter? Write { get; init; }

    /// <summary>Whether a cell may be changed and the file imported.</summary>
    public bool IsEditable => Write is not null;

    /// <summary>Texts and lists can be taken for formulas; numbers, codes and dates cannot.</summary>
    public bool IsGuarded => Type is CellType.Text or CellType.List or CellType.Edtf;
}
