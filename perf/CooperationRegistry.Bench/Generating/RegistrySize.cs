namespace CooperationRegistry.Bench.Generating;

/// <summary>How many of each noun a registry of so many agreements has.</summary>
/// <param name="Agreements">At least 100.</param>
internal sealed record RegistrySize(int Agreements)
{
    public int Cities => Math.Max(40, Agreements / 50);

    public int Countries => Math.Min(150, Cities / 2);

    public int Partners => Math.Max(20, Agreements / 20);

    public int Sources => Math.Max(20, Agreements / 10);

    public int Projects => Agreements / 200;

    public int CapacityStats => Agreements / 100;
}
