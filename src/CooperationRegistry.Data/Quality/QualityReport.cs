using CooperationRegistry.Domain;

namespace CooperationRegistry.Data.Quality;

/// <summary>What is known to be missing, of a city or of the whole registry.</summary>
public sealed record QualityCounts
{
    public int Records { get; init; }

    public int FactCount { get; init; }

    public int UnsupportedCount { get; init; }

    public int DateCount { get; init; }

    public int YearlessCount { get; init; }

    /// <summary>Agreements sought, announced or approved, of which no signing is known.</summary>
    public int UnsignedCount { get; init; }

    /// <summary>When the address of a cited source was asked for last, of those the longest ago; null where none ever was.</summary>
    public DateTimeOffset? OldestCheck { get; init; }

    /// <summary>Cited sources whose address did not answer well when it was asked.</summary>
    public int BrokenCount { get; init; }

    /// <summary>Cited sources with an address that was never asked.</summary>
    public int UncheckedCount { get; init; }
}

/// <param name="CityId">A city with its districts.</param>
/// <param name="Counts">Of the records about it.</param>
/// <param name="Suspected">Pairs of its agreements that may be one.</param>
public sealed record CityQuality(string CityId, QualityCounts Counts, int Suspected);

/// <summary>Two records that may tell of the same thing.</summary>
public sealed record SuspectedPair(RecordKind Kind, string One, string Other);

/// <param name="All">Of the whole registry.</param>
/// <param name="Cities">Those with most facts without a source first.</param>
/// <param name="CityCount">Of all cities, where <see cref="Cities"/> holds the first ones.</param>
/// <param name="Suspected">Pairs that are likely the same, the first hundreds of them.</param>
public sealed record QualityReport(QualityCounts All, IReadOnlyList<CityQuality> Cities, int CityCount, IReadOnlyList<SuspectedPair> Suspected);
