using CooperationRegistry.Web.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace CooperationRegistry.Web.Components.Public;

/// <summary>Links between public pages. Where a page was asked for in a language by its address, its links ask for the same.</summary>
public sealed class Links(NavigationManager navigation)
{
    /// <summary>BCP 47; null where the address leaves the language to what the reader's browser prefers.</summary>
    public string? Language { get; } =
        InterfaceLanguage.Nearest(QueryHelpers.ParseQuery(new Uri(navigation.Uri).Query).GetValueOrDefault(RequestLanguage.QueryKey));

    /// <param name="address">Of a public page, from its slash on, without a language.</param>
    public string this[string address] =>
        Language is null ? address : QueryHelpers.AddQueryString(address, RequestLanguage.QueryKey, Language);
}
