using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Data.Exchange.Package;
using CooperationRegistry.Web.Components.Public;
using CooperationRegistry.Web.Components.Public.Downloads;
using Microsoft.Net.Http.Headers;

namespace CooperationRegistry.Web.Api;

/// <summary>All files that are downloaded: the lists, the whole registry as one, and the lists of codes.</summary>
internal static class DataFiles
{
    public static IServiceCollection AddDataFiles(this IServiceCollection services) =>
        services
            .AddSingleton<ColumnMeanings>()
            .AddSingleton<ListFiles>()
            .AddSingleton(provider =>
            {
                var (site, meanings) = (provider.GetRequiredService<Site>(), provider.GetRequiredService<ColumnMeanings>());
                return new PackageSite(site.LicenceName, site.LicenceUrl, site.PublicUrl ?? "", RecordNames.Address, meanings.Of);
            })
            .AddSingleton<RegistryZip>();

    public static void MapDataFiles(this IEndpointRouteBuilder routes)
    {
        ListFiles.Map(routes);
        routes.MapMethods(DataAddresses.Zip, [HttpMethods.Get, HttpMethods.Head], ZipAsync).AllowAnonymous();
        routes.MapMethods("/data/codes/{list}.csv", [HttpMethods.Get, HttpMethods.Head], Codes).AllowAnonymous();
    }

    private static async Task<IResult> ZipAsync(HttpContext context, RegistryZip zip, Site site)
    {
        var reading = await zip.OpenAsync(context.RequestAborted);
        context.Response.Headers.Link = $"<{site.LicenceUrl}>; rel=\"license\"";
        context.Response.Headers.CacheControl = "public, no-cache";
        return Results.File(
            reading.Content, "application/zip", FileFormat.Dated("registry", reading.LastChange, "zip"), reading.LastChange, new EntityTagHeaderValue($"\"{reading.Sha256}\""), enableRangeProcessing: true);
    }

    private static IResult Codes(string list, HttpContext context)
    {
        if (!DataAddresses.CodeLists.TryGetValue(list, out var codes))
            return Results.NotFound();
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{list}.csv\"";
        return Results.Text(CodesCsv.Of(codes), FileFormat.Csv.MediaType);
    }
}
