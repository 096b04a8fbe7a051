using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web;

/// <summary>The texts of a language, read once: a page asks for hundreds, and the framework looks for each in several places.</summary>
internal sealed class ReadTexts(ResourceManagerStringLocalizerFactory resources) : IStringLocalizerFactory
{
    private readonly ConcurrentDictionary<(string Name, string Location), IStringLocalizer> read = new();

    public IStringLocalizer Create(Type resourceSource) => read.GetOrAdd((resourceSource.FullName!, resourceSource.Assembly.FullName!), _ => new Texts(resources.Create(resourceSource)));

    public IStringLocalizer Create(string baseName, string location) => read.GetOrAdd((baseName, location), _ => new Texts(resources.Create(baseName, location)));

    private sealed class Texts(IStringLocalizer resources) : IStringLocalizer
    {
        private readonly ConcurrentDictionary<CultureInfo, FrozenDictionary<string, LocalizedString>> byLanguage = new();

        public LocalizedString this[string name] =>
            byLanguage.GetOrAdd(CultureInfo.CurrentUICulture, static (_, from) => All(from), resources).TryGetValue(name, out var text) ? text : new LocalizedString(name, name, resourceNotFound: true);

        public LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var pattern = this[name];
                return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, pattern.Value, arguments), pattern.ResourceNotFound);
            }
        }

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => resources.GetAllStrings(includeParentCultures);

        private static FrozenDictionary<string, LocalizedString> All(IStringLocalizer resources)
        {
            try
            {
                return resources.GetAllStrings(includeParentCultures: true).DistinctBy(t => t.Name).ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
            }
            catch (MissingManifestResourceException)
            {
                // A class without texts of its own.
                return FrozenDictionary<string, LocalizedString>.Empty;
            }
        }
    }
}
