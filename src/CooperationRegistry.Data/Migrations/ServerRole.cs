namespace CooperationRegistry.Data.Migrations;

/// <summary>
/// Two roles: the owner migrates, the server role serves. What the server may never change, the database refuses:
/// audit entries, revisions, redirects and tombstones are added, not altered.
/// </summary>
internal static class ServerRole
{
    public const string Create = """
        DO $$
        BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_server') THEN
            CREATE ROLE registry_server NOLOGIN;
          END IF;
        EXCEPTION WHEN insufficient_privilege THEN
          RAISE EXCEPTION 'The role registry_server is missing and this user may not create it. Let an administrator of the database run: CREATE ROLE registry_server NOLOGIN;';
        END
        $$;
        """;

    public const string Grant = """
        GRANT USAGE ON SCHEMA public TO registry_server;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO registry_server;
        GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO registry_server;
        ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO registry_server;
        ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO registry_server;
        REVOKE UPDATE, DELETE ON audit_entries, revisions FROM registry_server;
        REVOKE INSERT, UPDATE, DELETE ON migrations FROM registry_server;
        """;

    public const string KeepRedirects = "REVOKE UPDATE, DELETE ON redirects FROM registry_server;";

    public const string KeepTombstones = "REVOKE UPDATE, DELETE ON tombstones FROM registry_server; REVOKE INSERT, DELETE ON audit_head FROM registry_server;";

    /// <summary>A key is made, used and revoked; what it may do is never changed, and it is never taken out.</summary>
    public const string KeepApiKeys = """
        REVOKE ALL ON api_keys FROM registry_server;
        GRANT SELECT, INSERT ON api_keys TO registry_server;
        GRANT UPDATE (last_used_at, revoked_at) ON api_keys TO registry_server;
        """;

    /// <summary>The end of the chain as it is when the table is made.</summary>
    public const string NoteAuditHead = "UPDATE audit_head SET number = last.number, hash = last.hash FROM (SELECT number, hash FROM audit_entries ORDER BY number DESC LIMIT 1) last;";
}
