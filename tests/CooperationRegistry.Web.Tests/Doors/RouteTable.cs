using Microsoft.AspNetCore.Routing;
using static CooperationRegistry.Web.Tests.Doors.Entrance;

namespace CooperationRegistry.Web.Tests.Doors;

/// <summary>
/// Every endpoint of the program. For a new page or endpoint add one line: its method (GET for a page) and pattern as RouteTests
/// prints them, who may enter, an address of the sample registry where the pattern has parameters, and the answer where it is not 200.
/// </summary>
internal static class RouteTable
{
    /// <summary>Styles, scripts and pictures; the test asks for each of them besides.</summary>
    public const string StaticAssets = "GET (static assets)";

    private const string NoFile = "0000000000000000000000000000000000000000000000000000000000000000";

    public static Door[] Doors { get; } =
    [
        new("GET /", Everybody),
        new("GET /agreements", Everybody),
        new("GET /agreements.csv", Everybody),
        new("GET /agreements/{Id}", Everybody) { Asked = "/agreements/CR-000001" },
        new("GET /cities", Everybody),
        new("GET /cities/{Id}", Everybody) { Asked = "/cities/cn-datong" },
        new("GET /partners", Everybody),
        new("GET /partners/{Id}", Everybody) { Asked = "/partners/catl" },
        new("GET /projects", Everybody),
        new("GET /projects/{Id}", Everybody) { Asked = "/projects/PR-000001" },
        new("GET /capacity", Everybody),
        new("GET /capacity/{Id}", Everybody) { Asked = "/capacity/CS-000001" },
        new("GET /sources/{Id}", Everybody) { Asked = "/sources/SR-000001" },
        new("GET /agreements/{Id}/history", Everybody) { Asked = "/agreements/CR-000001/history" },
        new("GET /cities/{Id}/history", Everybody) { Asked = "/cities/cn-datong/history" },
        new("GET /partners/{Id}/history", Everybody) { Asked = "/partners/catl/history" },
        new("GET /projects/{Id}/history", Everybody) { Asked = "/projects/PR-000001/history" },
        new("GET /capacity/{Id}/history", Everybody) { Asked = "/capacity/CS-000001/history" },
        new("GET /sources/{Id}/history", Everybody) { Asked = "/sources/SR-000001/history" },
        new("GET /agreements/{id}/cite.bib", Everybody) { Asked = "/agreements/CR-000001/cite.bib" },
        new("GET /agreements/{id}/cite.ris", Everybody) { Asked = "/agreements/CR-000001/cite.ris" },
        new("GET /cities/{id}/cite.bib", Everybody) { Asked = "/cities/cn-datong/cite.bib" },
        new("GET /cities/{id}/cite.ris", Everybody) { Asked = "/cities/cn-datong/cite.ris" },
        new("GET /partners/{id}/cite.bib", Everybody) { Asked = "/partners/catl/cite.bib" },
        new("GET /partners/{id}/cite.ris", Everybody) { Asked = "/partners/catl/cite.ris" },
        new("GET /projects/{id}/cite.bib", Everybody) { Asked = "/projects/PR-000001/cite.bib" },
        new("GET /projects/{id}/cite.ris", Everybody) { Asked = "/projects/PR-000001/cite.ris" },
        new("GET /capacity/{id}/cite.bib", Everybody) { Asked = "/capacity/CS-000001/cite.bib" },
        new("GET /capacity/{id}/cite.ris", Everybody) { Asked = "/capacity/CS-000001/cite.ris" },
        new("GET /sources/{id}/cite.bib", Everybody) { Asked = "/sources/SR-000001/cite.bib" },
        new("GET /sources/{id}/cite.ris", Everybody) { Asked = "/sources/SR-000001/cite.ris" },
        new("GET /attachments/{sha256}/{fileName}", Everybody) { Asked = $"/attachments/{NoFile}/scan.pdf", Answer = 404 },
        new("GET /suggestions", Everybody),
        new("GET /data", Everybody),
        new("GET /data/quality", Everybody),
        new("GET /api", Everybody),
        new("GET /openapi/{documentName}.json", Everybody) { Asked = "/openapi/v1.json" },
        new("GET /api/v1/schemas/{name}.json", Everybody) { Asked = "/api/v1/schemas/agreement.json" },
        new("GET /api/v1/agreements", Everybody),
        new("GET /api/v1/agreements/{id}", Everybody) { Asked = "/api/v1/agreements/CR-000001" },
        new("POST /api/v1/agreements", Key) { Answer = 415 },
        new("PUT /api/v1/agreements/{id}", Key) { Asked = "/api/v1/agreements/CR-000001", Answer = 415 },
        new("GET /api/v1/cities", Everybody),
        new("GET /api/v1/cities/{id}", Everybody) { Asked = "/api/v1/cities/cn-datong" },
        new("POST /api/v1/cities", Key) { Answer = 415 },
        new("PUT /api/v1/cities/{id}", Key) { Asked = "/api/v1/cities/cn-datong", Answer = 415 },
        new("GET /api/v1/partners", Everybody),
        new("GET /api/v1/partners/{id}", Everybody) { Asked = "/api/v1/partners/catl" },
        new("POST /api/v1/partners", Key) { Answer = 415 },
        new("PUT /api/v1/partners/{id}", Key) { Asked = "/api/v1/partners/catl", Answer = 415 },
        new("GET /api/v1/projects", Everybody),
        new("GET /api/v1/projects/{id}", Everybody) { Asked = "/api/v1/projects/PR-000001" },
        new("POST /api/v1/projects", Key) { Answer = 415 },
        new("PUT /api/v1/projects/{id}", Key) { Asked = "/api/v1/projects/PR-000001", Answer = 415 },
        new("GET /api/v1/capacity-stats", Everybody),
        new("GET /api/v1/capacity-stats/{id}", Everybody) { Asked = "/api/v1/capacity-stats/CS-000001" },
        new("POST /api/v1/capacity-stats", Key) { Answer = 415 },
        new("PUT /api/v1/capacity-stats/{id}", Key) { Asked = "/api/v1/capacity-stats/CS-000001", Answer = 415 },
        new("GET /api/v1/sources", Everybody),
        new("GET /api/v1/sources/{id}", Everybody) { Asked = "/api/v1/sources/SR-000001" },
        new("POST /api/v1/sources", Key) { Answer = 415 },
        new("PUT /api/v1/sources/{id}", Key) { Asked = "/api/v1/sources/SR-000001", Answer = 415 },
        new("GET /api/v1/proposals/{id:long}", Key) { Asked = "/api/v1/proposals/1", Answer = 404 },
        new("GET /error", Everybody),
        new("GET /not-found", Everybody) { Answer = 404 },
        new("GET /{**path:file}", Everybody) { Asked = "/nothing.txt", Answer = 404 },
        new("GET /_framework/opaque-redirect", SignedIn) { Answer = 400 },
        new("GET /{*path}", Everybody) { Asked = "/nothing/here", Answer = 404 },
        new("GET /health/live", Everybody),
        new("GET /health/ready", Everybody),
        new(StaticAssets, Everybody) { Asked = "/site.css" },

        new("GET /account/sign-in", Everybody),
        new("POST /account/sign-out", SignedIn) { Answer = 302, LeadsTo = "/account/sign-in" },
        new("GET /account/denied", Everybody),
        new("GET /account/set-up", Everybody),
        new("GET /account/invitation", Everybody),
        new("GET /account/forgotten", Everybody),
        new("GET /account/reset", Everybody),
        new("GET /account/second-factor", Everybody),
        new("GET /account/recovery-code", Everybody),
        new("POST /account/passkey-options/known", Everybody),
        new("POST /account/passkey-options/new", SignedIn),
        new("GET /account", SignedIn),
        new("GET /account/authenticator", SignedIn),
        new("GET /account/authenticator/off", SignedIn) { Answer = 302, LeadsTo = "/account/authenticator" },
        new("GET /account/recovery-codes", SignedIn) { Answer = 302, LeadsTo = "/account/authenticator" },
        new("GET /account/passkeys", SignedIn),
        new("GET /account/passkeys/{Id}", SignedIn) { Asked = "/account/passkeys/none", Answer = 302, LeadsTo = "/account/passkeys" },

        new("GET /account/keys", SignedIn),
        new("GET /account/keys/{Id:guid}", SignedIn) { Asked = $"/account/keys/{Guid.Empty}", Answer = 302, LeadsTo = "/account/keys" },

        new("GET /_blazor", SignedIn) { IsForPrograms = true, Answer = 400 },
        new("GET /_blazor/negotiate", SignedIn) { IsForPrograms = true, Answer = 405 },
        new("GET /_blazor/disconnect/", SignedIn) { IsForPrograms = true, Answer = 405 },
        new("GET /_blazor/initializers/", SignedIn) { IsForPrograms = true },

        new("GET /workspace", Edit),
        new("GET /workspace/agreements/new", Edit),
        new("GET /workspace/agreements/{RecordId}/edit", Edit) { Asked = "/workspace/agreements/CR-000001/edit" },
        new("GET /workspace/cities/new", Edit),
        new("GET /workspace/cities/{RecordId}/edit", Edit) { Asked = "/workspace/cities/cn-datong/edit" },
        new("GET /workspace/partners/new", Edit),
        new("GET /workspace/partners/{RecordId}/edit", Edit) { Asked = "/workspace/partners/catl/edit" },
        new("GET /workspace/projects/new", Edit),
        new("GET /workspace/projects/{RecordId}/edit", Edit) { Asked = "/workspace/projects/PR-000001/edit" },
        new("GET /workspace/capacity/new", Edit),
        new("GET /workspace/capacity/{RecordId}/edit", Edit) { Asked = "/workspace/capacity/CS-000001/edit" },
        new("GET /workspace/sources/new", Edit),
        new("GET /workspace/sources/{RecordId}/edit", Edit) { Asked = "/workspace/sources/SR-000001/edit" },
        new("GET /workspace/tasks/{Name}", Edit) { Asked = "/workspace/tasks/drafts" },
        new("GET /workspace/proposals/{Id:long}/merge", Edit) { Asked = "/workspace/proposals/1/merge" },
        new("POST /workspace/attachments/", Edit) { IsForPrograms = true, Answer = 400 },
        new("GET /workspace/attachments/{sha256}/text", Edit) { IsForPrograms = true, Asked = $"/workspace/attachments/{NoFile}/text", Answer = 404 },
        new("GET /workspace/merge", Review),
        new("GET /workspace/agreements/{RecordId}/withdraw", Review) { Asked = "/workspace/agreements/CR-000001/withdraw" },
        new("GET /workspace/cities/{RecordId}/withdraw", Review) { Asked = "/workspace/cities/cn-datong/withdraw" },
        new("GET /workspace/partners/{RecordId}/withdraw", Review) { Asked = "/workspace/partners/catl/withdraw" },
        new("GET /workspace/projects/{RecordId}/withdraw", Review) { Asked = "/workspace/projects/PR-000001/withdraw" },
        new("GET /workspace/capacity/{RecordId}/withdraw", Review) { Asked = "/workspace/capacity/CS-000001/withdraw" },
        new("GET /workspace/sources/{RecordId}/withdraw", Review) { Asked = "/workspace/sources/SR-000001/withdraw" },
        new("GET /workspace/review", Review),
        new("GET /workspace/review/{Id:long}", Review) { Asked = "/workspace/review/1" },

        new("GET /admin", Administer),
        new("GET /admin/users/{Id:guid}", Administer) { Asked = $"/admin/users/{Guid.Empty}" },
        new("GET /admin/settings", Administer),
        new("GET /admin/audit", Administer),
    ];

    public static string NameOf(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        return $"{(methods.Count == 0 || methods.Contains("GET") ? "GET" : methods[0])} /{endpoint.RoutePattern.RawText?.TrimStart('/')}";
    }
}
