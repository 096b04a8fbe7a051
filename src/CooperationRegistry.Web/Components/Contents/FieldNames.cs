using System.Text.RegularExpressions;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Values;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Components.Contents;

/// <summary>What the form calls the fields of a content.</summary>
public sealed partial class FieldNames(IStringLocalizer<WorkspaceTexts> texts)
{
    /// <summary>The name of a path's field: <c>events/e1/date</c> is "Date (e1)" unless the texts know better.</summary>
    public string Of(string path)
    {
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(s => !IsKey(s)).ToList();
        if (names.Count > 1 && IsLanguage(names[^1]))
            names.RemoveAt(names.Count - 1);
        if (names.Count == 0)
            return texts["WholeRecord"];
        // A record made on the way has names of its own for what the main one has too: the title of its source.
        if (path.StartsWith('~') && texts["Field_new_" + names[^1]] is { ResourceNotFound: false } ofNew)
            return ofNew;
        for (var from = 0; from < names.Count; from++)
        {
            if (texts["Field_" + string.Join('_', names[from..])] is { ResourceNotFound: false } text)
                return text;
        }
        return Plain(names[^1]);
    }

    /// <summary>"personKnownAs" as "Person known as".</summary>
    private static string Plain(string name)
    {
        var words = Humps().Replace(name, m => " " + m.Value.ToLowerInvariant());
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static bool IsKey(string segment) => RecordId.IsTemporary(segment) || Key().IsMatch(segment);

    // The keys of a text's languages. Three letters could be a field: "url" and "due" are languages too.
    private static bool IsLanguage(string segment) => (segment.Length == 2 || segment.Contains('-')) && LanguageTag.IsValid(segment);

    [GeneratedRegex("^[a-z]{1,3}[0-9]{1,6}$")]
    private static partial Regex Key();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Humps();
}
