using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Web.Components.Public;
using CooperationRegistry.Web.Options;
using System.Globalization;

namespace CooperationRegistry.Web.Api;

/// <summary>The list of agreements as files, with the filter of the list.</summary>
internal static class AgreementFiles
{
    public static void MapAgreementFiles(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/agreements.csv", [HttpMethods.Get, HttpMethods.Head], CsvAsync).AllowAnonymous();

    private static async Task<IResult> CsvAsync(HttpContext context, AgreementCsv csv, RegistryOptions options, Site site)
    {
        var reading = AgreementFilterReader.Read(context.Request.Query);
        var bom = context.Request.Query["bom"].ToString();
        var problems = bom is "" or "0" or "1" ? reading.Problems : [.. reading.Problems, Problem.At("bom", Rule.UnknownValue, bom, "0, 1")];
        if (problems.Count > 0)
            return FilterProblems.Result(problems);

        context.Response.ContentType = "text/csv; charset=utf-8; header=present";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"agreements.csv\"";
        context.Response.Headers.Link = $"<{site.LicenceUrl}>; rel=\"license\"";
        if (HttpMethods.IsHead(context.Request.Method))
            return Results.Empty;
        await csv.WriteAsync(context.Response.BodyWriter, reading.Filter, options.AddressFor(context.Request), bom == "1", context.RequestAborted);
        return Results.Empty;
    }
}

internal static class FilterProblems
{
    /// <summary>400 with a problem document: under each parameter what is wrong with it and how to mend it.</summary>
    public static IResult Result(IReadOnlyList<Problem> problems) =>
        Results.ValidationProblem(
            problems.GroupBy(p => p.Path).ToDictionary(g => g.Key, g => g.Select(p => $"'{p.Value}': {p.Sentence(CultureInfo.CurrentUICulture)} {p.Mend(CultureInfo.CurrentUICulture)}").ToArray()),
            title: "The filter cannot be read.");
}
