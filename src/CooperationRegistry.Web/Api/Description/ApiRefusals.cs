using System.Text.Json.Nodes;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Web.Api.Description;

/// <summary>The refusals that operations share, each with an example.</summary>
internal static class ApiRefusals
{
    public static readonly ApiAnswer Unreadable = Of(400, "A parameter or the body cannot be read.", Problem.At("pageSize", Rule.OutOfRange, "1000", "1", "200"));
    public static readonly ApiAnswer NoKey = Of(401, "There is no key where one is needed, or the one that was sent does not work. `WWW-Authenticate` says which.");
    public static readonly ApiAnswer Forbidden = Of(403, "The key lacks the scope, or the role of its account does not allow it.");
    public static readonly ApiAnswer Unknown = Of(404, "There is nothing under this identifier.");
    public static readonly ApiAnswer NoMethod = Of(405, "The address does not know the method; `Allow` names those it knows.");
    public static readonly ApiAnswer Conflict = Of(409, "The import is at another point of its way, or not this key's to decide; `detail` says which.");
    public static readonly ApiAnswer Gone = Of(410, "The record was withdrawn; `detail` says why.");
    public static readonly ApiAnswer Stale = Of(412, "The record is at another revision than `If-Match` says.");
    public static readonly ApiAnswer TooLarge = Of(413, "The body is larger than 2 MiB, a file larger than 256 MiB.");
    public static readonly ApiAnswer NotJson = Of(415, "The body is not said to be JSON, or a file of records.");
    public static readonly ApiAnswer Refused = Of(422, "The content does not hold to the rules. Every fault is named; nothing was kept.", Problem.At("events/e1/date", Rule.UnreadableDate, "2025-13-40"));
    public static readonly ApiAnswer NoCondition = Of(428, "`If-Match` is missing.");
    public static readonly ApiAnswer TooMany = Of(429, "Too many requests in this minute.");
    public static readonly ApiAnswer Failed = Of(500, "This went wrong here.");

    /// <summary>One of each status.</summary>
    public static IReadOnlyList<ApiAnswer> All { get; } = [Unreadable, NoKey, Forbidden, Unknown, NoMethod, Conflict, Gone, Stale, TooLarge, NotJson, Refused, NoCondition, TooMany, Failed];

    private static ApiAnswer Of(int status, string description, Problem? error = null)
    {
        var example = new JsonObject { ["type"] = ApiProblems.Type(status), ["title"] = description.Split('.', ';')[0] + ".", ["status"] = status };
        if (error is not null)
        {
            example["errors"] = new JsonArray(
                new JsonObject
                {
                    ["path"] = error.Path,
                    ["value"] = error.Value,
                    ["rule"] = Domain.ContentJson.Name(error.Rule),
                    ["sentence"] = error.Sentence(System.Globalization.CultureInfo.InvariantCulture),
                    ["mend"] = error.Mend(System.Globalization.CultureInfo.InvariantCulture),
                });
        }
        string[] headers = status switch { 401 or 403 => ["WWW-Authenticate"], 429 => ["Retry-After"], _ => [] };
        return new ApiAnswer(status, description, "Problem", example, ApiProblems.MediaType, headers);
    }
}
