using CooperationRegistry.Domain.Reviewing;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Components.Workspace.Editing;

internal static class Refusals
{
    /// <summary>Why a desk refused, by its code; in English the desk's own sentence, which knows more.</summary>
    public static string Sentence(this IStringLocalizer<WorkspaceTexts> texts, DeskException refused) =>
        texts[$"Refused_{refused.Code}"] is { ResourceNotFound: false } text ? text : refused.Sentence;
}
