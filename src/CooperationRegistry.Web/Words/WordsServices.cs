using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web;

public static class WordsServices
{
    /// <summary>The texts of the interface (Resources/*.resx) and the words for values.</summary>
    public static IServiceCollection AddWords(this IServiceCollection services) =>
        services
            .AddLocalization(options => options.ResourcesPath = "Resources")
            .AddSingleton<ResourceManagerStringLocalizerFactory>()
            .Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, ReadTexts>())
            .AddSingleton<Words>();
}
