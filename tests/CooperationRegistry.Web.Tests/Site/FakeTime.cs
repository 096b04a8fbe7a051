namespace CooperationRegistry.Web.Tests.Site;

/// <summary>A clock that stands where a test puts it.</summary>
public sealed class FakeTime : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Set(DateTimeOffset instant) => now = instant;

    public void Advance(TimeSpan by) => now += by;
}
