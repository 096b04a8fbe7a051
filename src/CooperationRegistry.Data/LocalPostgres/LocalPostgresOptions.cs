namespace CooperationRegistry.Data;

/// <summary>Where a private PostgreSQL cluster belongs and how it is run.</summary>
public sealed record LocalPostgresOptions
{
    /// <summary>Holds the cluster (or, as root, the record of where it lies), its passwords and its locks.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder of the PostgreSQL binaries; looked for where none is given.</summary>
    public string? Bin { get; init; }

    /// <summary>For tests: nothing is flushed to disk, and the last user deletes the cluster with its data folder.</summary>
    public bool Throwaway { get; init; }
}
