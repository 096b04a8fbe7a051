namespace CooperationRegistry.Data.Exchange.Package;

/// <summary>A column of a table of the package.</summary>
/// <param name="Name">In snake_case, of the whole path within the content or the item.</param>
/// <param name="Type">In the terms of Table Schema.</param>
/// <param name="Description">What stands in it.</param>
/// <param name="Read">From the content or the item.</param>
internal sealed record PackageColumn(string Name, string Type, string Description, Func<object, object?> Read)
{
    public bool IsRequired { get; init; }

    /// <summary>All values that there are, where they are few.</summary>
    public IReadOnlyList<string> Among { get; init; } = [];

    /// <summary>The table whose <c>id</c> it holds.</summary>
    public string? Names { get; init; }

    /// <summary>Is left out where no row has it.</summary>
    public bool IsRare { get; init; }
}

/// <summary>Columns that lead to columns of another table.</summary>
internal sealed record PackageKey(IReadOnlyList<string> Fields, string Table, IReadOnlyList<string> Keys);
