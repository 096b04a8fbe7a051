namespace CooperationRegistry.Data.Migrations;

/// <summary>Files are added, not altered. Belongs after <see cref="ServerRole.Grant"/>, which grants more on every table.</summary>
internal static class KeptFiles
{
    /// <summary>Scans are compressed already, and bytes that PostgreSQL does not compress can be read piece by piece.</summary>
    public const string Protect = """
        REVOKE UPDATE, DELETE ON files FROM registry_server;
        ALTER TABLE files ALTER COLUMN bytes SET STORAGE EXTERNAL;
        """;
}
