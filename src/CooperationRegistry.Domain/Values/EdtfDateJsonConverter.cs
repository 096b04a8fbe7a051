using System.Text.Json;
using System.Text.Json.Serialization;

namespace CooperationRegistry.Domain.Values;

internal sealed class EdtfDateJsonConverter : JsonConverter<EdtfDate>
{
    public override EdtfDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new EdtfDate(reader.GetString()!)
            : throw new JsonException("a string of the Extended Date/Time Format, such as \"2025-03-15\".");

    public override void Write(Utf8JsonWriter writer, EdtfDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
