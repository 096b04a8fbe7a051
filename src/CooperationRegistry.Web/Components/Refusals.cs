using CooperationRegistry.Domain.Reviewing;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Components;

internal static class Refusals
{
    /// <summary>Why a desk refused, by its code; where the texts have none, in the desk's own English sentence, which knows more.</summary>
    public static string Sentence(this IStringLocalizer texts, DeskException refused) =>
        texts[$"Refused_{refused.Code}"] is { ResourceNotFound: false } text ? text : refused.Sentence;
}
