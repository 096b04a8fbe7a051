namespace CooperationRegistry.Domain;

/// <summary>The five nouns of the registry and the sources that they cite. The camelCase name stands in files ("record":"capacityStat").</summary>
public enum RecordKind
{
    Source,
    City,
    Partner,
    Agreement,
    Project,
    CapacityStat,
}
