using System.Globalization;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;
using Microsoft.AspNetCore.Mvc;

namespace CooperationRegistry.Web.Api;

/// <summary>One thing that is wrong with what was sent. The sentences are in the language that the request prefers.</summary>
/// <param name="Path">A place in the content (<c>parties/p1/role</c>), a parameter, or empty for the whole.</param>
/// <param name="Value">As sent, cut to 80 characters.</param>
public sealed record ApiError(string Path, string? Value, Rule Rule, string Sentence, string Mend)
{
    public static ApiError Of(Problem problem) =>
        new(problem.Path, problem.Value, problem.Rule, problem.Sentence(CultureInfo.CurrentUICulture), problem.Mend(CultureInfo.CurrentUICulture));
}

/// <summary>Refusals as problem documents (RFC 9457). The type of each leads to the reference, which explains the status.</summary>
internal static class ApiProblems
{
    public const string MediaType = "application/problem+json";

    public static IResult Result(int status, string title, string? detail = null, IReadOnlyList<Problem>? errors = null)
    {
        var problem = new ProblemDetails { Type = Type(status), Title = title, Status = status, Detail = detail };
        if (errors is not null)
            problem.Extensions["errors"] = errors.Select(ApiError.Of).ToList();
        return Results.Json(problem, ContentJson.Options, MediaType, status);
    }

    public static IResult Unreadable(IReadOnlyList<Problem> errors) =>
        Result(StatusCodes.Status400BadRequest, "The request cannot be read.", "What is wrong stands in errors, with how to mend it.", errors);

    public static Task WriteAsync(HttpContext context, int status, string title, string? detail = null) => Result(status, title, detail).ExecuteAsync(context);

    /// <summary>For a status that somebody else gave without a word.</summary>
    public static Task WriteAsync(HttpContext context, int status) =>
        status switch
        {
            StatusCodes.Status404NotFound => WriteAsync(context, status, "There is nothing at this address.", "The reference is at /api, its description at /openapi/v1.json."),
            StatusCodes.Status405MethodNotAllowed => WriteAsync(context, status, "This address does not know the method.", "The header Allow names those it knows."),
            StatusCodes.Status413PayloadTooLarge => WriteAsync(context, status, "The body is too large."),
            >= 500 => WriteAsync(context, status, "This went wrong here, not with you.", $"If it happens again, tell those who run the registry of request {context.TraceIdentifier}."),
            _ => WriteAsync(context, status, "The request was refused."),
        };

    public static string Type(int status) => string.Create(CultureInfo.InvariantCulture, $"/api#status-{status}");
}
