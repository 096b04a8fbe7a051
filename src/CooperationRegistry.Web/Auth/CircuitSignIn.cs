using System.Security.Claims;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace CooperationRegistry.Web.Auth;

/// <summary>A circuit outlives requests, so it asks again whether its person is still signed in.</summary>
internal sealed class CircuitSignIn(ILoggerFactory loggers, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => RegistryAuth.SignInChecked;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            return await IsSignedInAsync(authenticationState.User);
        }
        catch (Exception exception) when (StoreFailure.Is(exception))
        {
            // Without the store there is nothing to be had, and a form that is open keeps what was typed. It is asked again.
            return true;
        }
    }

    private async Task<bool> IsSignedInAsync(ClaimsPrincipal person)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var stamp = person.FindFirstValue(users.Options.ClaimsIdentity.SecurityStampClaimType);
        return await users.GetUserAsync(person) is { } account && stamp == await users.GetSecurityStampAsync(account);
    }
}
