using CooperationRegistry.Web.Api.Description;
using CooperationRegistry.Web.Auth;

namespace CooperationRegistry.Web.Api;

/// <summary>The API's addresses: which there are, who may use them, what is said of them.</summary>
internal static class RegistryApi
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapRegistryApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Nouns.Root);
        foreach (var kind in Nouns.All)
        {
            var (many, one) = ($"/{Nouns.Many(kind)}", $"/{Nouns.Many(kind)}/{{id}}");
            api.MapMethods(many, Reading, (HttpContext context, RecordReads reads) => reads.ListAsync(kind, context)).AllowAnonymous().WithMetadata(Operations.List(kind));
            api.MapPost(many, (HttpContext context, ProposalWrites writes) => writes.ProposeNewAsync(kind, context)).RequireAuthorization(Policies.ApiPropose).WithMetadata(Operations.ProposeNew(kind));
            api.MapOthers(many, "GET, HEAD, POST");
            api.MapMethods(one, Reading, (string id, HttpContext context, RecordReads reads) => reads.OneAsync(kind, id, context)).AllowAnonymous().WithMetadata(Operations.One(kind));
            api.MapPut(one, (string id, HttpContext context, ProposalWrites writes) => writes.ProposeChangeAsync(kind, id, context)).RequireAuthorization(Policies.ApiPropose).WithMetadata(Operations.ProposeChange(kind));
            api.MapOthers(one, "GET, HEAD, PUT");
        }
        api.MapMethods("/proposals/{id:long}", Reading, (long id, HttpContext context, ProposalWrites writes) => writes.FindAsync(id, context)).RequireAuthorization(Policies.ApiRead).WithMetadata(Operations.Proposal);
        api.MapOthers("/proposals/{id:long}", "GET, HEAD");
        api.MapImports();
        api.MapMethods("/schemas/{name}.json", Reading, ContentSchemas.Answer).AllowAnonymous().WithMetadata(Operations.Schema);
        api.MapOthers("/schemas/{name}.json", "GET, HEAD");
        routes.MapApiDescription();
    }

    private static void MapImports(this IEndpointRouteBuilder api)
    {
        const string One = "/imports/{id:long}";
        api.MapPost("/imports", (HttpContext context, ImportCalls calls) => calls.ReceiveAsync(context)).RequireAuthorization(Policies.ApiPropose).WithMetadata(ImportOperations.Receive);
        api.MapOthers("/imports", "POST");
        api.MapMethods(One, Reading, (long id, HttpContext context, ImportCalls calls) => calls.FindAsync(id, context)).RequireAuthorization(Policies.ApiRead).WithMetadata(ImportOperations.Find);
        api.MapDelete(One, (long id, HttpContext context, ImportCalls calls) => calls.CancelAsync(id, context)).RequireAuthorization(Policies.ApiPropose).WithMetadata(ImportOperations.Cancel);
        api.MapOthers(One, "GET, HEAD, DELETE");
        api.MapMethods($"{One}/refused", Reading, (long id, HttpContext context, ImportCalls calls) => calls.RefusedAsync(id, context)).RequireAuthorization(Policies.ApiRead).WithMetadata(ImportOperations.RefusedLines);
        api.MapOthers($"{One}/refused", "GET, HEAD");
        api.MapPost($"{One}/check", (long id, HttpContext context, ImportCalls calls) => calls.CheckAsync(id, context)).RequireAuthorization(Policies.ApiPropose).WithMetadata(ImportOperations.Check);
        api.MapOthers($"{One}/check", "POST");
        api.MapPost($"{One}/submit", (long id, HttpContext context, ImportCalls calls) => calls.SubmitAsync(id, context)).RequireAuthorization(Policies.ApiPropose).WithMetadata(ImportOperations.Submit);
        api.MapOthers($"{One}/submit", "POST");
        api.MapPost($"{One}/publish", (long id, HttpContext context, ImportCalls calls) => calls.PublishAsync(id, context)).RequireAuthorization(Policies.ApiPublish).WithMetadata(ImportOperations.Publish);
        api.MapOthers($"{One}/publish", "POST");
    }

    // The router would say so by itself, but not past the endpoint for whatever matches nothing.
    private static void MapOthers(this IEndpointRouteBuilder routes, string pattern, string allowed) =>
        routes.Map(
            pattern,
            (HttpContext context) =>
            {
                context.Response.Headers.Allow = allowed;
                return HttpMethods.IsOptions(context.Request.Method) ? Results.NoContent() : Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
            }).AllowAnonymous().ExcludeFromDescription();
}
