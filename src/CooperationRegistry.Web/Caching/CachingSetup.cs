using System.Globalization;
using CooperationRegistry.Data.Reviewing;

namespace CooperationRegistry.Web.Caching;

internal static class CachingSetup
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddKeptPages(this IServiceCollection services) =>
        services
            .AddSingleton<PageShelf>()
            .AddOutputCache(options =>
            {
                options.SizeLimit = 64 * 1024 * 1024;
                options.AddPolicy(
                    KeptPage.Policy,
                    policy => policy
                        .Tag(KeptPage.Policy)
                        .Expire(Longest)
                        .VaryByValue(context => new KeyValuePair<string, string>("language", Thread.CurrentThread.CurrentUICulture.Name))
                        .VaryByValue(context => new KeyValuePair<string, string>("generation", Generation(context))));
            });

    private static string Generation(HttpContext context) =>
        context.RequestServices.GetRequiredService<PublicationNotice>().Generation.ToString(CultureInfo.InvariantCulture);
}
