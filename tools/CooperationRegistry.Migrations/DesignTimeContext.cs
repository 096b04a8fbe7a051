using CooperationRegistry.Data;
using Microsoft.EntityFrameworkCore.Design;

namespace CooperationRegistry.Migrations;

/// <summary>Gives <c>dotnet ef</c> a context whose database is never opened.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<RegistryDbContext>
{
    public RegistryDbContext CreateDbContext(string[] args) => new(DatabaseSetup.Options("Host=localhost"));
}
