using System.Security.Claims;
using System.Text.Encodings.Web;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Domain;
using CooperationRegistry.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace CooperationRegistry.Web.Auth;

/// <summary>
/// A bearer token (RFC 6750) that is a key of an account. It is looked up at each request, so that a key that is revoked, an account that is closed
/// and a role that is taken away count at once.
/// </summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "ApiKey";

    /// <summary>What the key may be used for, as far as the account's role allows it.</summary>
    public const string ScopeClaim = "scope";

    public const string KeyClaim = "key";

    /// <summary>How the key begins.</summary>
    public const string PrefixClaim = "key-prefix";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var given = Request.Headers.Authorization.ToString();
        if (given.Length == 0)
            return AuthenticateResult.NoResult();
        var token = given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? given[Bearer.Length..].Trim() : "";
        if (await keys.FindAsync(token, Context.RequestAborted) is not { } known)
            return AuthenticateResult.Fail("The key is unknown, revoked or expired, or its account is closed.");
        var (key, role) = known;
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, key.AccountId.ToString()),
                new Claim(ClaimTypes.Name, key.Account.UserName!),
                new Claim(KeyClaim, key.Id.ToString()),
                new Claim(PrefixClaim, key.Prefix),
                .. key.Scopes.Where(scope => Allows(role, scope)).Select(scope => new Claim(ScopeClaim, ContentJson.Name(scope))),
            ],
            Scheme);
        if (role is not null)
            identity.AddClaim(new Claim(identity.RoleClaimType, role.Value.ToString()));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    /// <summary>Whether the role may do at all what the scope is for.</summary>
    public static bool Allows(RoleName? role, ApiScope scope) =>
        scope switch
        {
            ApiScope.Read => true,
            ApiScope.Propose => role is not null,
            _ => role == RoleName.Administrator,
        };

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failure = (await HandleAuthenticateOnceSafeAsync()).Failure;
        Response.Headers.WWWAuthenticate = failure is null ? "Bearer" : $"Bearer error=\"invalid_token\", error_description=\"{failure.Message}\"";
        await ApiProblems.WriteAsync(
            Context,
            StatusCodes.Status401Unauthorized,
            failure is null ? "This needs a key." : "This key does not work.",
            failure?.Message ?? "Make a key at /account/keys and send it with the request, as in Authorization: Bearer crk_….");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var wanted = string.Join(' ', Wanted());
        Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{wanted}\"";
        return ApiProblems.WriteAsync(
            Context,
            StatusCodes.Status403Forbidden,
            "This key may not do that.",
            $"It takes a key with the scope {wanted}, of an account whose role allows it.");
    }

    private IEnumerable<string> Wanted() =>
        Context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy) is { } policies
            ? Enum.GetValues<ApiScope>().Where(scope => policies.Contains($"Api{scope}")).Select(ContentJson.Name)
            : [];
}
