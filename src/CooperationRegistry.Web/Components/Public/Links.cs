using CooperationRegistry.Web.Languages;
using Microsoft.AspNetCore.WebUtilities;

namespace CooperationRegistry.Web.Components.Public;

/// <summary>Links of public pages. Where a page was asked for in a language by its address, its links ask for the same.</summary>
public sealed class Links(IHttpContextAccessor contexts)
{
    /// <summary>BCP 47; null where the address leaves the language to what the reader's browser prefers.</summary>
    public string? Language { get; } = RequestLanguage.Asked(contexts.HttpContext!);

    /// <summary>The address that the reader has, absolute.</summary>
    public string Here { get; } = AskedAddress.Of(contexts.HttpContext!);

    /// <param name="address">From its slash on, without a language.</param>
    public string this[string address] =>
        Language is null ? address : QueryHelpers.AddQueryString(address, RequestLanguage.QueryKey, Language);

    /// <summary>The address with the language of the page, for programs that ask later and without one.</summary>
    public string Saying(string address) => QueryHelpers.AddQueryString(address, RequestLanguage.QueryKey, InterfaceLanguage.Current);
}
