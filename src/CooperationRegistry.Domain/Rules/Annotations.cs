using System.Text.RegularExpressions;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Rules;

/// <summary>
/// A rule on one value. Where the framework has an annotation ([Required], [StringLength], [Range], [RegularExpression]) contents
/// use that one; <see cref="ContentRules"/> reads both.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class TextRuleAttribute : Attribute
{
    /// <summary>Null where the text is fine.</summary>
    public abstract Breach? Check(string text, bool temporaryIds);
}

/// <summary>The id of another record.</summary>
public sealed class ReferenceAttribute(RecordKind kind) : TextRuleAttribute
{
    public RecordKind Kind => kind;

    public override Breach? Check(string text, bool temporaryIds) =>
        RecordId.IsWellFormed(kind, text) || (temporaryIds && RecordId.IsTemporary(text))
            ? null
            : new Breach("", Rule.MalformedId, text, RecordId.Example(kind));
}

public enum CodeListName
{
    Countries,
    Subdivisions,
    Sectors,
    Technologies,
}

public sealed class CodeFromAttribute(CodeListName list) : TextRuleAttribute
{
    public CodeList List =>
        list switch
        {
            CodeListName.Countries => CodeLists.Countries,
            CodeListName.Subdivisions => CodeLists.Subdivisions,
            CodeListName.Sectors => CodeLists.Sectors,
            _ => CodeLists.Technologies,
        };

    public override Breach? Check(string text, bool temporaryIds) =>
        List.Contains(text) ? null : new Breach("", Rule.UnknownCode, text, List.All[0].Value);
}

/// <summary>A BCP 47 tag of registered subtags.</summary>
public sealed class LanguageTagRuleAttribute : TextRuleAttribute
{
    public override Breach? Check(string text, bool temporaryIds) =>
        LanguageTag.IsValid(text) ? null : new Breach("", Rule.UnknownLanguage, text);
}

/// <summary>An absolute http or https address.</summary>
public sealed class HttpAddressAttribute : TextRuleAttribute
{
    public override Breach? Check(string text, bool temporaryIds) =>
        text.Length <= 2000
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.UserInfo.Length == 0
        && uri.Host.Length > 0
            ? null
            : new Breach("", Rule.NotAnAddress, text);
}

/// <summary>The key of an item in a list of the same record.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyOfAttribute(string list) : Attribute
{
    public string List => list;
}

/// <summary>A path that leads somewhere in the same content.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ContentPathAttribute : Attribute;

[AttributeUsage(AttributeTargets.Property)]
public sealed class NotEmptyAttribute : Attribute;

/// <summary>The short key of a list's item: a letter or two and a number.</summary>
public sealed partial class ItemKeyAttribute : TextRuleAttribute
{
    public override Breach? Check(string text, bool temporaryIds) =>
        Shape().IsMatch(text) ? null : new Breach("", Rule.MalformedKey, text);

    [GeneratedRegex(@"^[a-z]{1,3}[0-9]{1,6}\z")]
    private static partial Regex Shape();
}
