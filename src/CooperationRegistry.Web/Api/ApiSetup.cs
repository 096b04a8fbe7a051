using System.IO.Compression;
using CooperationRegistry.Web.Api.Description;
using Microsoft.AspNetCore.ResponseCompression;

namespace CooperationRegistry.Web.Api;

internal static class ApiSetup
{
    private const string Open = nameof(Open);

    public static IServiceCollection AddRegistryApi(this IServiceCollection services) =>
        services
            .AddExceptionHandler<ApiFaults>()
            .AddSingleton<ApiLimit>()
            .AddSingleton<RecordReads>()
            .AddSingleton<ProposalWrites>()
            .AddSingleton<ImportCalls>()
            .AddApiDescription()
            .AddCors(cors => cors.AddPolicy(
                Open,
                policy => policy
                    .AllowAnyOrigin()
                    .WithMethods(HttpMethods.Get, HttpMethods.Head)
                    .AllowAnyHeader()
                    .WithExposedHeaders("ETag", "Last-Modified", "Link", "Location", "RateLimit", "RateLimit-Policy", "Retry-After")
                    .SetPreflightMaxAge(TimeSpan.FromDays(1))))
            .AddResponseCompression(compression =>
            {
                // What is compressed holds no secret: what is published, and proposals to those whose they are.
                compression.EnableForHttps = true;
                compression.MimeTypes = ["application/json", "application/problem+json", "application/schema+json", "text/csv"];
            })
            .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);

    /// <summary>What answers to programs have in common, also where the store fails while a key is looked up.</summary>
    public static void UseRegistryApi(this IApplicationBuilder app)
    {
        app.UseWhen(
            context => ApiPaths.IsOpen(context.Request.Path) && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method)),
            open => open.UseCors(Open));
        app.UseWhen(context => ApiPaths.IsOpen(context.Request.Path), open => open.UseResponseCompression());
        app.UseWhen(
            context => ApiPaths.IsApi(context.Request.Path),
            api =>
            {
                api.UseStatusCodePages(page => ApiProblems.WriteAsync(page.HttpContext, page.HttpContext.Response.StatusCode));
                api.Use((context, next) => context.RequestServices.GetRequiredService<ApiLimit>().InvokeAsync(context, next));
            });
    }
}
