using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Sources;

/// <summary>Where facts come from. A record of its own, cited by the others.</summary>
public sealed class SourceContent : RecordContent, ISelfChecking
{
    [JsonIgnore]
    public override RecordKind Record => RecordKind.Source;

    [Required, StringLength(500)]
    public LocalizedText Title { get; set; } = [];

    /// <summary>The title is the registry's, because the source prints none; pages show it in square brackets.</summary>
    public bool TitleSupplied { get; set; }

    public SourceKind Kind { get; set; }

    [StringLength(300)]
    public string? Publisher { get; set; }

    [HttpAddress]
    public string? Url { get; set; }

    public EdtfDate? Published { get; set; }

    /// <summary>The date or time as printed, where it says more than <see cref="Published"/>: "2014-12-04 09:55:13".</summary>
    [StringLength(200)]
    public string? PublishedAsPrinted { get; set; }

    /// <summary>BCP 47 tag.</summary>
    [LanguageTagRule]
    public string? Language { get; set; }

    public LocalizedText? Note { get; set; }

    public DateOnly? RetrievedOn { get; set; }

    public DateOnly? LastChecked { get; set; }

    public Attachment? Attachment { get; set; }

    public IEnumerable<Breach> Breaches()
    {
        if (Url is null && Publisher is null && Attachment is null)
            yield return new Breach("publisher", Rule.SourceUntraceable);
    }
}

public enum SourceKind
{
    News,
    OfficialNotice,
    AgreementText,
    Report,
    Filing,
    Interview,
}

/// <summary>A file kept beside the record, known by its fingerprint.</summary>
public sealed class Attachment : IKeyed
{
    [ItemKey]
    public string Key { get; set; } = "";

    public LocalizedText? Title { get; set; }

    [Required, StringLength(255)]
    public string FileName { get; set; } = "";

    /// <summary>As found in the content, not as claimed by the sender.</summary>
    [Required, StringLength(100), RegularExpression(@"^[a-z]+/[a-z0-9.+-]+$")]
    public string MediaType { get; set; } = "";

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits.</summary>
    [Required, RegularExpression("^[0-9a-f]{64}$")]
    public string Sha256 { get; set; } = "";

    /// <summary>Bytes.</summary>
    [Range(0, 20L * 1024 * 1024)]
    public long Length { get; set; }
}
