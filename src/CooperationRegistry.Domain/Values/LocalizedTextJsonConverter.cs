using System.Text.Json;
using System.Text.Json.Serialization;

namespace CooperationRegistry.Domain.Values;

/// <summary>Unlike the built-in dictionary converter it refuses null texts and a tag given twice.</summary>
internal sealed class LocalizedTextJsonConverter : JsonConverter<LocalizedText>
{
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("an object of language tags and texts, such as {\"en\": \"Datong\"}.");

        var texts = new LocalizedText();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var tag = reader.GetString()!;
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
                throw new JsonException($"a text, in quotation marks, under '{tag}'");
            if (!texts.TryAdd(tag, reader.GetString()!))
                throw new JsonException($"each language once: '{tag}' stands there twice");
        }

        return texts;
    }

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (tag, text) in value)
            writer.WriteString(tag, text);
        writer.WriteEndObject();
    }
}
