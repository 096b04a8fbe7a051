using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Bench.Generating;

/// <summary>Random things, the same for the same seed.</summary>
internal static class Chance
{
    /// <summary>One of its own for each thing made, so that things are made in any order and beside each other.</summary>
    public static Random Of(int seed, string what, int number)
    {
        var mixed = unchecked((ulong)seed * 0x9E3779B97F4A7C15) ^ unchecked((ulong)number * 0xBF58476D1CE4E5B9);
        foreach (var letter in what)
            mixed = unchecked((mixed ^ letter) * 0x94D049BB133111EB);
        mixed ^= mixed >> 31;
        return new Random((int)(mixed & int.MaxValue));
    }

    public static bool Once(this Random random, double probability) => random.NextDouble() < probability;

    public static T Any<T>(this Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    /// <summary>The first values far more often than the last.</summary>
    public static T AnySkewed<T>(this Random random, IReadOnlyList<T> values) => values[(int)(values.Count * Math.Pow(random.NextDouble(), 2.2))];

    public static LocalizedText Text(string english, string? chinese)
    {
        var text = LocalizedText.En(english);
        if (chinese is not null)
            text["zh-Hans"] = chinese;
        return text;
    }
}

/// <summary>Places in a list by Zipf's law: the k-th is chosen k to the power of the exponent times less often than the first.</summary>
internal sealed class Zipf
{
    private readonly double[] upTo;

    public Zipf(int count, double exponent)
    {
        upTo = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++)
            upTo[i] = sum += Math.Pow(i + 1, -exponent);
    }

    public int Next(Random random)
    {
        var at = Array.BinarySearch(upTo, random.NextDouble() * upTo[^1]);
        return Math.Min(at < 0 ? ~at : at, upTo.Length - 1);
    }
}
