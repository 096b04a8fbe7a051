using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CooperationRegistry.Domain;

namespace CooperationRegistry.Data.Agreements;

/// <summary>Where a page ended: what the last row is sorted by. Opaque in an address, and not a secret.</summary>
/// <param name="Rank">Of a search, by which it sorts; rounded nowhere, so that the same row has the same.</param>
public sealed record AgreementCursor(long Number, DateOnly? Signed, string? Title, DateTimeOffset? Updated, double? Rank)
{
    /// <summary>Where the row stands in rising order: <see cref="AgreementListing.SignedRising"/>.</summary>
    [JsonIgnore]
    public DateOnly Rising => Signed ?? DateOnly.MaxValue;

    /// <summary>Where the row stands in falling order: <see cref="AgreementListing.SignedFalling"/>.</summary>
    [JsonIgnore]
    public DateOnly Falling => Signed ?? DateOnly.MinValue;

    public static string At(ListedAgreement row, AgreementFilter filter)
    {
        var cursor = new AgreementCursor(
            row.Number,
            row.SignedSort,
            filter.Sort == AgreementSort.Title ? row.Title : null,
            filter.Sort == AgreementSort.NewestUpdated ? row.PublishedAt : null,
            row.Rank);
        return Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(cursor, ContentJson.Options));
    }

    /// <returns>Null where it cannot be read.</returns>
    public static AgreementCursor? Read(string text)
    {
        try
        {
            // A title of 500 characters, each written as \uXXXX, in base 64.
            var cursor = text.Length > 6000 ? null : JsonSerializer.Deserialize<AgreementCursor>(Base64Url.DecodeFromChars(text), ContentJson.Options);
            return cursor is not null && cursor.Title?.Contains('\0', StringComparison.Ordinal) != true ? cursor : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }
}
