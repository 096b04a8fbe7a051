using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;

namespace CooperationRegistry.Web.Auth;

/// <summary>Who may do what, by name. Whoever may review may also edit; an administrator may do both.</summary>
public static class Policies
{
    public const string Edit = nameof(Edit);
    public const string Review = nameof(Review);
    public const string Administer = nameof(Administer);

    /// <summary>For programs: a key of the scope, of somebody whose role allows what the scope is for. No cookie is enough.</summary>
    public const string ApiRead = nameof(ApiRead);

    /// <inheritdoc cref="ApiRead"/>
    public const string ApiPropose = nameof(ApiPropose);

    /// <inheritdoc cref="ApiRead"/>
    public const string ApiPublish = nameof(ApiPublish);

    /// <summary>Denies by default: an endpoint that says nothing is for signed-in people only.</summary>
    public static void Define(AuthorizationOptions options)
    {
        Add(Edit, RoleName.Editor, RoleName.Reviewer, RoleName.Administrator);
        Add(Review, RoleName.Reviewer, RoleName.Administrator);
        Add(Administer, RoleName.Administrator);
        AddScope(ApiRead, ApiScope.Read);
        AddScope(ApiPropose, ApiScope.Propose);
        AddScope(ApiPublish, ApiScope.Publish);
        options.FallbackPolicy = options.DefaultPolicy;

        void Add(string name, params RoleName[] roles) =>
            options.AddPolicy(name, policy => policy.RequireRole(roles.Select(r => r.ToString())));

        void AddScope(string name, ApiScope scope) =>
            options.AddPolicy(name, policy => policy.AddAuthenticationSchemes(ApiKeyHandler.Scheme).AddRequirements(new ClaimsAuthorizationRequirement(ApiKeyHandler.ScopeClaim, [ContentJson.Name(scope)])));
    }
}
