namespace CooperationRegistry.Domain.Values;

/// <summary>One of the unit is <paramref name="Numerator"/> / <paramref name="Denominator"/> of its dimension's base unit.</summary>
internal sealed record UnitDefinition(Unit Unit, Dimension Dimension, string Symbol, long Numerator, long Denominator = 1);
