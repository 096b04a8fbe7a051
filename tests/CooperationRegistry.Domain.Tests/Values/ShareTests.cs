using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Tests.Values;

public class ShareTests
{
    private static readonly Quantity NewEnergy = new() { Amount = 2.22m, Unit = Unit.MillionKilowatts };
    private static readonly Quantity Total = new() { Amount = 9, Unit = Unit.MillionKilowatts, Qualifier = Qualifier.About };

    [Fact]
    public void Share_is_computed_across_units()
    {
        Assert.Equal(24.67m, Shares.ComputedShare(NewEnergy, Total));
        Assert.Equal(24.67m, Shares.ComputedShare(new() { Amount = 2220, Unit = Unit.Megawatt }, Total));
        Assert.Null(Shares.ComputedShare(NewEnergy, new() { Amount = 0, Unit = Unit.Gigawatt }));
    }

    [Theory]
    [InlineData(24.69, false)]
    [InlineData(23.4, false)]
    [InlineData(26.1, false)]
    [InlineData(23, false)]
    [InlineData(22, true)]
    [InlineData(26.3, true)]
    [InlineData(30, true)]
    public void Reported_share_is_flagged_only_beyond_the_rounding(double reported, bool disagrees) =>
        Assert.Equal(disagrees, Shares.Disagrees((decimal)reported, NewEnergy, Total));

    [Fact]
    public void Decimals_of_the_reported_share_count()
    {
        var half = new Quantity { Amount = 1.000m, Unit = Unit.Gigawatt };
        var whole = new Quantity { Amount = 2.000m, Unit = Unit.Gigawatt };

        Assert.False(Shares.Disagrees(50.4m, half, whole with { Amount = 1.98m }));
        Assert.False(Shares.Disagrees(50m, half, whole));
        Assert.False(Shares.Disagrees(50.0m, half, whole));
        Assert.True(Shares.Disagrees(50.3m, half, whole));
    }

    [Fact]
    public void Bounded_part_is_flagged_on_its_bounded_side_only()
    {
        var over = new Quantity { Amount = 8, Unit = Unit.Gigawatt, Qualifier = Qualifier.Over };
        var ten = new Quantity { Amount = 10.0m, Unit = Unit.Gigawatt };

        Assert.False(Shares.Disagrees(95, over, ten));
        Assert.True(Shares.Disagrees(70, over, ten));
    }

    [Fact]
    public void Power_has_no_share_in_energy()
    {
        var energy = new Quantity { Amount = 40, Unit = Unit.GigawattHour };

        Assert.Throws<DimensionMismatchException>(() => Shares.ComputedShare(NewEnergy, energy));
        Assert.Throws<DimensionMismatchException>(() => Shares.Disagrees(5, NewEnergy with { Qualifier = Qualifier.UpTo }, energy));
    }
}
