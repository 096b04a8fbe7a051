using System.Security.Claims;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Domain.Reviewing;

namespace CooperationRegistry.Web.Auth;

public static class Actors
{
    /// <summary>The signed-in person as the desks know them.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static Actor Actor(this ClaimsPrincipal user)
    {
        var id = user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in.");
        var administers = user.IsInRole(nameof(RoleName.Administrator));
        return new Actor(Guid.Parse(id), user.Identity?.Name ?? id, administers || user.IsInRole(nameof(RoleName.Reviewer)), administers);
    }
}
