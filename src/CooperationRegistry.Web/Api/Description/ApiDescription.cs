using CooperationRegistry.Web.Components.Public;
using CooperationRegistry.Web.Options;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;

namespace CooperationRegistry.Web.Api.Description;

/// <summary>The OpenAPI document: what endpoints carry as <see cref="ApiOperation"/>, written out.</summary>
internal static class ApiDescription
{
    public const string Document = "v1";
    public const string Address = $"/openapi/{Document}.json";

    private const string Bearer = "key";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(
            Document,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.ShouldInclude = endpoint => endpoint.HttpMethod != HttpMethods.Head && OperationOf(endpoint) is not null;
                options.AddOperationTransformer((operation, context, _) =>
                {
                    Fill(operation, OperationOf(context.Description)!, context.Document!);
                    if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
                        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
                    return Task.CompletedTask;
                });
                options.AddDocumentTransformer((document, context, _) =>
                {
                    Complete(document, context.ApplicationServices);
                    return Task.CompletedTask;
                });
            });

    public static void MapApiDescription(this IEndpointRouteBuilder routes) =>
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous().CacheOutput(policy => policy.Expire(TimeSpan.FromMinutes(10)));

    private static ApiOperation? OperationOf(Microsoft.AspNetCore.Mvc.ApiExplorer.ApiDescription endpoint) => endpoint.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().LastOrDefault();

    private static void Fill(OpenApiOperation operation, ApiOperation told, OpenApiDocument document)
    {
        operation.OperationId = told.Id;
        operation.Summary = told.Summary;
        operation.Description = told.Description;
        operation.Tags = new HashSet<OpenApiTagReference> { new(told.Tag, document) };
        operation.Parameters = [.. told.Parameters.Select(Parameter)];
        operation.RequestBody = told.Body is not { } body ? null : new OpenApiRequestBody
        {
            Description = body.Description,
            Required = true,
            Content = body.MediaTypes.ToDictionary(type => type, _ => Media(body.Schema, body.Example, document)),
        };
        operation.Responses = [];
        foreach (var answer in told.Answers)
            operation.Responses[answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = Response(answer, document);
    }

    private static IOpenApiParameter Parameter(ApiParameter told) =>
        new OpenApiParameter { Name = told.Name, In = told.In, Description = told.Description, Required = told.IsRequired, Schema = ApiComponents.Read(told.Schema), Example = told.Example.DeepClone() };

    private static IOpenApiResponse Response(ApiAnswer answer, OpenApiDocument document) =>
        answer.IsProblem ? new OpenApiResponseReference(ProblemName(answer), document) : Whole(answer, document);

    // Operations share their refusals.
    private static string ProblemName(ApiAnswer answer) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Problem{answer.Status}");

    private static OpenApiResponse Whole(ApiAnswer answer, OpenApiDocument document) =>
        new()
        {
            Description = answer.Description,
            Headers = answer.Headers.Concat(ApiComponents.OnEveryAnswer).ToDictionary(name => name, name => (IOpenApiHeader)new OpenApiHeaderReference(name, document)),
            Content = answer.Schema is null ? null : new Dictionary<string, OpenApiMediaType> { [answer.MediaType] = Media(answer.Schema, answer.Example!, document) },
        };

    private static OpenApiMediaType Media(string schema, System.Text.Json.Nodes.JsonNode example, OpenApiDocument document) =>
        new() { Schema = new OpenApiSchemaReference(schema, document), Example = example.DeepClone() };

    private static void Complete(OpenApiDocument document, IServiceProvider services)
    {
        var (site, options) = (services.GetRequiredService<Site>(), services.GetRequiredService<RegistryOptions>());
        document.Info = new OpenApiInfo
        {
            Title = "Cooperation Registry",
            Version = Document,
            Description =
                "Reads and proposes the records of the registry: agreements of cities and their partners on clean energy, and what they are about. "
                + "What is published is read without a key. To propose, make a key at `/account/keys` and send it as `Authorization: Bearer crk_…`. "
                + "A record here is what a line of an exported file is; `content` is described by the JSON Schemas below `/api/v1/schemas`. "
                + "Every refusal is a problem document (RFC 9457). Every answer says how many requests are left in this minute.",
            License = new OpenApiLicense { Name = site.LicenceName, Url = new Uri(site.LicenceUrl) },
        };
        if (services.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context)
        {
            var address = options.AddressFor(context.Request);
            document.Servers = [new OpenApiServer { Url = address, Description = "This registry." }];
            document.Info.Contact = new OpenApiContact { Name = "Cooperation Registry", Url = new Uri(address) };
        }
        document.Tags = new HashSet<OpenApiTag>(ApiComponents.Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }));
        document.Components = ApiComponents.Make();
        document.Components.Responses = ApiRefusals.All.Except([ApiRefusals.NoMethod]).ToDictionary(ProblemName, refusal => (IOpenApiResponse)Whole(refusal, document));
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = Data.Accounts.ApiKeys.Mark + "…", Description = "A key of one's own account, made at `/account/keys`. It may do what its scopes say, as far as the role of the account allows it at that moment." },
        };
        document.Security = null;
    }
}
