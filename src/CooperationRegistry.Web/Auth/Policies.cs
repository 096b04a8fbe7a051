using CooperationRegistry.Data.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace CooperationRegistry.Web.Auth;

/// <summary>Who may do what, by name. Whoever may review may also edit; an administrator may do both.</summary>
public static class Policies
{
    public const string Edit = nameof(Edit);
    public const string Review = nameof(Review);
    public const string Administer = nameof(Administer);

    /// <summary>Denies by default: an endpoint that says nothing is for signed-in people only.</summary>
    public static void Define(AuthorizationOptions options)
    {
        Add(Edit, RoleName.Editor, RoleName.Reviewer, RoleName.Administrator);
        Add(Review, RoleName.Reviewer, RoleName.Administrator);
        Add(Administer, RoleName.Administrator);
        options.FallbackPolicy = options.DefaultPolicy;

        void Add(string name, params RoleName[] roles) =>
            options.AddPolicy(name, policy => policy.RequireRole(roles.Select(r => r.ToString())));
    }
}
