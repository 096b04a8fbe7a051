using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Sources;

namespace CooperationRegistry.Domain;

/// <summary>The one way a content is written: forms, drafts, tables, files and the API share it.</summary>
public static class ContentJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static string Write(RecordContent content) => JsonSerializer.Serialize(content, content.GetType(), Options);

    /// <exception cref="JsonException">The text is not JSON, has an unknown property or a value of another type.</exception>
    public static RecordContent Read(RecordKind kind, string json) =>
        (RecordContent?)JsonSerializer.Deserialize(json, TypeOf(kind), Options) ?? throw new JsonException("The content is null.");

    public static Type TypeOf(RecordKind kind) =>
        kind switch
        {
            RecordKind.City => typeof(CityContent),
            RecordKind.Partner => typeof(PartnerContent),
            RecordKind.Agreement => typeof(AgreementContent),
            RecordKind.Project => typeof(ProjectContent),
            RecordKind.CapacityStat => typeof(CapacityStatContent),
            RecordKind.Source => typeof(SourceContent),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>A copy that shares nothing with the original.</summary>
    public static TContent Copy<TContent>(TContent content)
        where TContent : RecordContent =>
        (TContent)JsonSerializer.Deserialize(Write(content), content.GetType(), Options)!;

    /// <summary>The camelCase name that JSON, tables, addresses and files use for an enum's value.</summary>
    public static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            PropertyNameCaseInsensitive = false,
            NumberHandling = JsonNumberHandling.Strict,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = true,
            AllowDuplicateProperties = false,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            Converters = { new EnumJsonConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
