namespace CooperationRegistry.Domain.Values;

public enum ExternalIdScheme
{
    /// <summary><c>Q239247</c></summary>
    Wikidata,

    /// <summary><c>2037799</c></summary>
    GeoNames,

    /// <summary><c>CNSHA</c>, without a blank.</summary>
    UnLocode,

    /// <summary>ISO 17442, 20 characters.</summary>
    Lei,

    /// <summary>The nine characters behind <c>https://ror.org/</c>.</summary>
    Ror,

    /// <summary>ISO 10383 market and symbol: <c>XSHE:300750</c>.</summary>
    Ticker,
}
