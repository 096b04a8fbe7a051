using Npgsql;

namespace CooperationRegistry.Web.Commands;

/// <summary>
/// Serving as the role that owns the database is refused: it could change the audit log, which the server role cannot.
/// </summary>
internal static class OwnerRefusal
{
    // True for the owner, for members of its role and for a superuser.
    private const string OwnsSql = """
        SELECT pg_has_role(datdba, 'USAGE') OR EXISTS (
            SELECT FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND pg_has_role(relowner, 'USAGE'))
        FROM pg_database WHERE datname = current_database()
        """;

    public static async Task CheckAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand(OwnsSql);
        if (await command.ExecuteScalarAsync(cancellationToken) is true)
            throw new CommandRefusedException("The setting ConnectionStrings__Registry connects as the owner of the database: in Production "
                + "give it a role that owns nothing there, such as registry_server, and keep the owner for ConnectionStrings__RegistryOwner.");
    }
}
