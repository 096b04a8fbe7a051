using CooperationRegistry.Bench.Measuring;

namespace CooperationRegistry.Bench.Works;

/// <summary>What is measured on: one generated registry and how to reach it.</summary>
/// <param name="Agreements">How many the registry has.</param>
/// <param name="Server">The Release server over it, as a user starts it.</param>
/// <param name="Owner">Connection string of the role that owns the database.</param>
/// <param name="Seconds">How long one load lasts.</param>
/// <param name="Seed">Of what is asked for at random.</param>
/// <param name="Folder">Of this run, for files that end with it.</param>
internal sealed record Stage(int Agreements, ServerProcess Server, string Owner, int Seconds, int Seed, string Folder);
