namespace CooperationRegistry.Data.Exchange.Tables;

/// <summary>What stands in the cells of a column.</summary>
public enum CellType
{
    Text,

    /// <summary>A camelCase name, or a code of a list.</summary>
    Code,

    /// <summary>EDTF (ISO 8601-2).</summary>
    Edtf,

    /// <summary>A day of the calendar, ISO 8601.</summary>
    Day,

    /// <summary>UTC.</summary>
    Time,

    Number,

    Integer,

    Boolean,

    Address,

    /// <summary>Several values, joined with "; ".</summary>
    List,
}
