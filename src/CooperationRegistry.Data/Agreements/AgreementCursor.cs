using System.Buffers.Text;
using System.Text.Json;
using CooperationRegistry.Domain;

namespace CooperationRegistry.Data.Agreements;

/// <summary>Where a page ended: what the last row is sorted by. Opaque in an address, and not a secret.</summary>
public sealed record AgreementCursor(long Number, DateOnly? Signed, string? Title, DateTimeOffset? Updated, int Skipped)
{
    public static string After(AgreementListing last, AgreementFilter filter)
    {
        var skipped = filter.After is null ? 0 : Read(filter.After)?.Skipped ?? 0;
        var cursor = new AgreementCursor(
            last.Number,
            last.SignedSort,
            filter.Sort == AgreementSort.Title ? last.Title : null,
            filter.Sort == AgreementSort.NewestUpdated ? last.PublishedAt : null,
            filter.Sort == AgreementSort.Relevance ? skipped + filter.PageSize : 0);
        return Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(cursor, ContentJson.Options));
    }

    /// <returns>Null where it cannot be read.</returns>
    public static AgreementCursor? Read(string text)
    {
        try
        {
            // A title of 500 characters, each written as \uXXXX, in base 64.
            var cursor = text.Length > 6000 ? null : JsonSerializer.Deserialize<AgreementCursor>(Base64Url.DecodeFromChars(text), ContentJson.Options);
            return cursor is { Skipped: >= 0 } && cursor.Title?.Contains('\0', StringComparison.Ordinal) != true ? cursor : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }
}
