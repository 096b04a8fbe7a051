#pragma warning disable CA1032 // Always thrown with the two units.
namespace CooperationRegistry.Domain.Values;

public sealed class DimensionMismatchException : InvalidOperationException
{
    public DimensionMismatchException(Unit from, Unit to)
        : base($"{from} measures {Units.DimensionOf(from)} and {to} measures {Units.DimensionOf(to)}: they do not compare.")
    {
        From = from;
        To = to;
    }

    public Unit From { get; }

    public Unit To { get; }
}
