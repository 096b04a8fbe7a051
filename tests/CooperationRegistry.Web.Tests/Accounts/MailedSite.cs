using System.Globalization;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Web.Auth;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CooperationRegistry.Web.Tests.Accounts;

/// <summary>A site with a mail server and a count of password checks.</summary>
public sealed class MailedSite(TestCluster cluster) : RegistrySite(cluster)
{
    public const string Password = "four words go here";
    public const string Address = "https://registry.example.org";

    private readonly SmtpListener mail = new();

    internal SmtpListener Mail => mail;

    internal CountingHasher Hasher { get; } = new();

    public Actor Administrator { get; } = new(Guid.NewGuid(), "Ada", CanReview: true, IsAdministrator: true);

    protected override Dictionary<string, string?> Settings => new()
    {
        ["PublicUrl"] = Address,
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = mail.Port.ToString(CultureInfo.InvariantCulture),
        ["Mail:From"] = "registry@example.org",
        ["Mail:Tls"] = "None",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>An account that took up its invitation.</summary>
    public async Task<Account> PersonAsync(RoleName role)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var link = await InviteAsync(email, role);
        using var owner = new Visitor(this);
        await owner.SubmitAsync(link, ("Form.Password", Password), ("Form.PasswordAgain", Password));
        Assert.Equal("/workspace", owner.LeadsTo);
        return await FindAsync(email);
    }

    public Task<string> InviteAsync(string email, RoleName role) =>
        DoAsync(services => services.GetRequiredService<UserAdmin>().InviteAsync(email, role, Administrator.Name, Token));

    public async Task<Account> FindAsync(string email)
    {
        await using var db = await OpenAsync();
        return await db.Users.SingleAsync(u => u.Email == email, Token);
    }

    public async Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task AtDeskAsync(Func<AccountDesk, Task> work) =>
        DoAsync(async services =>
        {
            await work(services.GetRequiredService<AccountDesk>());
            return true;
        });

    /// <summary>What the audit log says of an account, in order.</summary>
    public async Task<List<string>> AuditOfAsync(string email)
    {
        await using var db = await OpenAsync();
        return await db.AuditEntries.Where(e => e.Subject == email).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync(Token);
    }

    public async Task<Visitor> SignInAsync(string email, string password = Password)
    {
        var visitor = new Visitor(this);
        await visitor.SubmitAsync("/account/sign-in", ("Form.Email", email), ("Form.Password", password));
        return visitor;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        mail.Dispose();
    }

    protected override void Replace(IServiceCollection services)
    {
        base.Replace(services);
        services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Account>>(Hasher));
    }
}

/// <summary>The framework's own hasher, counted.</summary>
internal sealed class CountingHasher : IPasswordHasher<Account>
{
    private readonly PasswordHasher<Account> hasher = new();
    private int checks;

    public int Checks => checks;

    public string HashPassword(Account user, string password) => hasher.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref checks);
        return hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
