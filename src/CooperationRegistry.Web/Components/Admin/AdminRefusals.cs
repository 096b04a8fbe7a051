using CooperationRegistry.Domain.Reviewing;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Components.Admin;

internal static class AdminRefusals
{
    /// <summary>Why a desk refused, in the reader's language; the desk's own words are English.</summary>
    public static string Refusal(this IStringLocalizer<AdminTexts> texts, DeskException refused) =>
        texts[$"Refused_{refused.Code}"] is { ResourceNotFound: false } text ? text : refused.Sentence;
}
