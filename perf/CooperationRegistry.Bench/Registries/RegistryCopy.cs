using CooperationRegistry.Bench.Measuring;
using CooperationRegistry.Bench.Works;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Domain.Reviewing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CooperationRegistry.Bench.Registries;

/// <summary>A copy of a registry's database for what writes to it, in the same cluster; dropped in the end.</summary>
internal sealed class RegistryCopy : IAsyncDisposable
{
    public const string Password = "Four words that differ, and 1 number";

    private const int Tries = 50;
    private const int Calm = 20;

    private readonly Stage stage;
    private readonly Registry registry;
    private readonly string name;
    private readonly DatabaseAddress address;

    private RegistryCopy(Stage stage, Registry registry, string name, DatabaseAddress address)
    {
        (this.stage, this.registry, this.name, this.address) = (stage, registry, name, address);
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddRegistryData(address.Server);
        services.AddIdentityCore<Account>().AddRoles<IdentityRole<Guid>>().AddEntityFrameworkStores<RegistryDbContext>();
        Services = services.BuildServiceProvider();
    }

    public string Owner => address.Owner;

    /// <summary>The desks of the registry over the copy, with the rights of the server.</summary>
    public ServiceProvider Services { get; }

    public static async Task<RegistryCopy> MakeAsync(Stage stage, Registry registry, CancellationToken cancellationToken)
    {
        stage.Say($"Copying the registry of {registry.Agreements} agreements");
        var name = $"copy_{Guid.NewGuid():N}";
        for (var tried = 1; ; tried++)
        {
            try
            {
                var copy = new RegistryCopy(stage, registry, name, await registry.Cluster.CreateDatabaseAsync(name, LocalPostgres.Database, cancellationToken));
                await CalmDownAsync(stage, registry, cancellationToken);
                return copy;
            }
            catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.ObjectInUse && tried < Tries)
            {
                // The running server has connected anew in between.
                await Task.Delay(50, cancellationToken);
            }
        }
    }

    public NpgsqlDataSource OpenOwner() => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Owner) { CommandTimeout = 0 });

    /// <summary>A server over the copy.</summary>
    public Task<ServerProcess> ServeAsync(CancellationToken cancellationToken) =>
        ServerProcess.StartRegistryAsync(stage.Program, stage.NewPath("data"), stage.NewPath("copy.log"), cancellationToken, $"--ConnectionStrings:Registry={address.Server}");

    /// <summary>Somebody with an account whose password is <see cref="Password"/>.</summary>
    public async Task<Account> JoinAsync(RoleName role)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var email = $"{Guid.NewGuid():N}@example.org";
        var account = new Account { UserName = email, Email = email, EmailConfirmed = true };
        Require(await users.CreateAsync(account, Password));
        Require(await users.AddToRoleAsync(account, $"{role}"));
        return account;
    }

    public static Actor ActorOf(Account account, RoleName role) => new(account.Id, account.Email!, role != RoleName.Editor, role == RoleName.Administrator);

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await registry.Cluster.DropDatabaseAsync(name);
    }

    // Copying has cut the connections of the server that the other works ask.
    private static async Task CalmDownAsync(Stage stage, Registry registry, CancellationToken cancellationToken)
    {
        if (registry != stage.Registry)
            return;
        NpgsqlConnection.ClearAllPools();
        using var client = new HttpClient { BaseAddress = stage.Server.Address };
        for (var (good, tried) = (0, 0); good < Calm; tried++)
        {
            if (tried == 20 * Calm)
                throw new InvalidOperationException("The server did not get over its lost connections.");
            using var answer = await client.GetAsync(new Uri($"/agreements?city=calm-{tried}", UriKind.Relative), cancellationToken);
            good = answer.StatusCode < System.Net.HttpStatusCode.InternalServerError ? good + 1 : 0;
        }
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(e => e.Description)));
    }
}
