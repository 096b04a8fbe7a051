namespace CooperationRegistry.Web.Options;

/// <summary>Settings of the private PostgreSQL cluster.</summary>
public sealed class PostgresOptions
{
    public const string Section = "Postgres";

    /// <summary>Folder of the PostgreSQL binaries; looked for where none is given.</summary>
    public string? Bin { get; init; }
}
