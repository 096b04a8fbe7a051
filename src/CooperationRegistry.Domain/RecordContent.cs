using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain;

/// <summary>What an editor types about a record. The same class is form, draft, JSON and table.</summary>
public abstract class RecordContent
{
    [JsonIgnore]
    public abstract RecordKind Record { get; }
}

/// <summary>A content whose facts cite sources.</summary>
public abstract class CitedContent : RecordContent
{
    [JsonPropertyOrder(100)]
    public List<Citation> Citations { get; set; } = [];

    /// <summary>Why the content holds the value it does where sources disagree: one entry a disputed path.</summary>
    [JsonPropertyOrder(101)]
    public List<Dispute> Disputes { get; set; } = [];
}

/// <summary>An item of a list. Its key is short (<c>p1</c>) and never used again within its record, so that paths survive reordering.</summary>
public interface IKeyed
{
    string Key { get; set; }
}

public sealed class Citation : ListedReference
{
    [Required, Reference(RecordKind.Source)]
    public string Source { get; set; } = "";

    /// <summary>Content paths that the source supports: <c>parties/p1</c>, <c>events/e2/date</c>.</summary>
    [NotEmpty, ContentPath]
    public List<string> Supports { get; set; } = [];

    /// <summary>The place in the source: a page, a paragraph, the words themselves.</summary>
    [StringLength(2000)]
    public string? Locator { get; set; }

    /// <summary>What this source has where it disagrees with the content.</summary>
    [StringLength(2000)]
    public string? Says { get; set; }
}

public sealed class Dispute : IKeyed
{
    [ItemKey]
    public string Key { get; set; } = "";

    [Required, ContentPath]
    public string Path { get; set; } = "";

    [Required]
    public LocalizedText Reason { get; set; } = [];
}
