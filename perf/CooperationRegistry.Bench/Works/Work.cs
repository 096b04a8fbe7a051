namespace CooperationRegistry.Bench.Works;

/// <summary>One row or more of the table: what the registry does beside a floor that is measured in the same run.</summary>
internal abstract class Work
{
    /// <summary>Given to <c>--only</c>: lower case, words joined by hyphens.</summary>
    public abstract string Name { get; }

    /// <summary>At the largest size.</summary>
    public abstract Task<IReadOnlyList<Measurement>> MeasureAsync(Stage stage, CancellationToken cancellationToken);

    /// <summary>At every smaller size, without floors; also at the largest, unless the rows of the table have <see cref="Measurement.Grown"/>.</summary>
    public virtual Task<IReadOnlyList<Growth>> GrowAsync(Stage stage, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Growth>>([]);
}
