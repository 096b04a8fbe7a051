namespace CooperationRegistry.Domain.Rules;

internal static class CitationRules
{
    public static IEnumerable<Breach> Of(CitedContent content)
    {
        foreach (var citation in content.Citations.Where(c => c.Says is not null && c.Supports.Count != 1))
            yield return new Breach($"citations/{citation.Key}/says", Rule.SaysNeedsOnePath, citation.Says);
        foreach (var twin in content.Disputes.GroupBy(d => d.Path).Where(g => g.Count() > 1))
            yield return new Breach($"disputes/{twin.Last().Key}/path", Rule.DisputeTwice, twin.Key);
    }
}
