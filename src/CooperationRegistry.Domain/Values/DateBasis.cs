namespace CooperationRegistry.Domain.Values;

/// <summary>Where a date comes from: the source says it, an editor concluded it, or a second source bears it out.</summary>
public enum DateBasis
{
    Stated,
    Inferred,
    Corroborated,
}
