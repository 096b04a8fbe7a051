using CooperationRegistry.Web.Api;
using CooperationRegistry.Web.Components.Public.Agreements;
using CooperationRegistry.Web.Components.Public.Citations;
using CooperationRegistry.Web.Components.Public.Feeds;
using CooperationRegistry.Web.Components.Public.LinkedData;

namespace CooperationRegistry.Web.Components.Public;

internal static class PublicPagesSetup
{
    /// <summary>What the public pages need besides the store: the words, and what the settings say of the site.</summary>
    public static void AddPublicPages(this IHostApplicationBuilder builder)
    {
        builder.Services.AddWords();
        builder.Services.AddSingleton<Site>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Links>();
        builder.Services.AddSingleton<RecordHeadings>();
        builder.Services.AddSingleton<CitationFiles>();
        builder.Services.AddScoped<SchemaOrg>();
        builder.Services.AddScoped<DataCatalog>();
        builder.Services.AddDataFiles();
        builder.Services.AddSingleton<KeptCounts>();
        builder.Services.AddSingleton<KeptNames>();
        builder.Services.AddSingleton<FilteredTitle>();
        builder.Services.AddScoped<AtomFeed>();
        builder.Services.AddScoped<AgreementCalendar>();
    }
}
