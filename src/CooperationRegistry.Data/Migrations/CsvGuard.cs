namespace CooperationRegistry.Data.Migrations;

internal static class CsvGuard
{
    /// <summary>The characters are those that spreadsheets take for the start of a formula, and tab and carriage return.</summary>
    public const string Create = """
        CREATE FUNCTION guard(text text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        AS $$ SELECT CASE WHEN text ~ E'^[=+\\-@\t\r]' THEN '''' || text ELSE text END $$;
        """;
}
