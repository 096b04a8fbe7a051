using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CooperationRegistry.Web.Api.Description;

/// <summary>What the description says of an endpoint, as metadata of it. An endpoint without it is not described.</summary>
/// <param name="Id">Its name in programs that are made from the description.</param>
/// <param name="Tag">The heading that it stands under.</param>
internal sealed record ApiOperation(string Id, string Tag, string Summary, string Description)
{
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    public ApiBody? Body { get; init; }

    public required IReadOnlyList<ApiAnswer> Answers { get; init; }
}

/// <param name="Schema">As JSON Schema has it.</param>
internal sealed record ApiParameter(string Name, ParameterLocation In, string Description, JsonNode Schema, JsonNode Example, bool IsRequired = false);

/// <param name="Schema">The name of a component.</param>
internal sealed record ApiBody(string Description, string Schema, JsonNode Example)
{
    public IReadOnlyList<string> MediaTypes { get; init; } = ["application/json"];
}

/// <param name="Schema">The name of a component; null where there is no body.</param>
/// <param name="Headers">Names of header components.</param>
internal sealed record ApiAnswer(int Status, string Description, string? Schema = null, JsonNode? Example = null, string MediaType = "application/json", params string[] Headers)
{
    /// <summary>A refusal, told in a problem document.</summary>
    public bool IsProblem => Status >= 400;
}
