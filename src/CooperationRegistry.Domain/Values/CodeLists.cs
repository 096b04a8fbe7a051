namespace CooperationRegistry.Domain.Values;

/// <summary>The standard codes and the registry's own, from Values/Codes. Each is read once, when first asked for.</summary>
public static class CodeLists
{
    private static readonly Lazy<CodeList> LazyCountries = new(() => CodeTable.Load("countries.tsv"));
    private static readonly Lazy<CodeList> LazySubdivisions = new(() => CodeTable.Load("subdivisions.tsv"));
    private static readonly Lazy<CodeList> LazyCurrencies = new(() => CodeTable.Load("currencies.tsv"));
    private static readonly Lazy<CodeList> LazySectors = new(() => CodeTable.Load("sectors.tsv"));
    private static readonly Lazy<CodeList> LazyTechnologies = new(() => CodeTable.Load("technologies.tsv"));

    /// <summary>ISO 3166-1 alpha-2, officially assigned codes.</summary>
    public static CodeList Countries => LazyCountries.Value;

    /// <summary>ISO 3166-2. Broader is the country, or the subdivision that it lies in.</summary>
    public static CodeList Subdivisions => LazySubdivisions.Value;

    /// <summary>ISO 4217, alphabetic codes in use.</summary>
    public static CodeList Currencies => LazyCurrencies.Value;

    public static CodeList Sectors => LazySectors.Value;

    /// <summary>Energy technologies in the terms of IRENA's capacity statistics.</summary>
    public static CodeList Technologies => LazyTechnologies.Value;
}
