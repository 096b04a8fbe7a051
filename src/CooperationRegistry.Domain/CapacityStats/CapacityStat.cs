namespace CooperationRegistry.Domain.CapacityStats;

public sealed class CapacityStat : Record<CapacityStatContent>;
