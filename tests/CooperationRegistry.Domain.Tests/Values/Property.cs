using FsCheck;
using FsCheck.Fluent;

namespace CooperationRegistry.Domain.Tests.Values;

internal static class Property
{
    /// <summary>A failure names the case, shrunk, and the seed to replay it.</summary>
    public static void Holds<T>(Gen<T> cases, Func<T, bool> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(cases.ToArbitrary(), law));
}
