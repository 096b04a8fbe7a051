using CooperationRegistry.Web.Caching;
using Microsoft.AspNetCore.Antiforgery;

namespace CooperationRegistry.Web.Security;

/// <summary>
/// The framework stores an antiforgery cookie, and forbids caching, with every page it renders. Public pages have no form that
/// changes anything, so for them it does neither; everywhere else it is the framework's own.
/// </summary>
internal sealed class PublicAntiforgery(IAntiforgery inner) : IAntiforgery
{
    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) =>
        IsPublic(httpContext) ? inner.GetTokens(httpContext) : inner.GetAndStoreTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => inner.GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => inner.IsRequestValidAsync(httpContext);

    public Task ValidateRequestAsync(HttpContext httpContext) => inner.ValidateRequestAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext)
    {
        if (!IsPublic(httpContext))
            inner.SetCookieTokenAndHeader(httpContext);
    }

    private static bool IsPublic(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<KeptPage>() is not null;
}
