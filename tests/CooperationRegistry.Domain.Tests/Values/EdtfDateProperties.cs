using CooperationRegistry.Domain.Values;
using FsCheck;
using FsCheck.Fluent;

namespace CooperationRegistry.Domain.Tests.Values;

public class EdtfDateProperties
{
    private static readonly Gen<string> Years = Gen.Frequency(
        (6, Gen.Choose(0, 9999).Select(year => $"{year:0000}")),
        (2, Gen.Choose(0, 999).Select(decade => $"{decade:000}X")),
        (1, Gen.Choose(0, 99).Select(century => $"{century:00}XX")),
        (3, Gen.Constant("XXXX")));

    private static readonly Gen<string> Rests = Gen.OneOf(
        Gen.Elements("", "-XX", "-XX-XX"),
        Gen.Choose(0, 26).Select(month => $"-{month:00}"),
        from month in Gen.Choose(1, 12)
        from day in Gen.Frequency((5, Gen.Choose(0, 32).Select(day => $"{day:00}")), (1, Gen.Constant("XX")))
        select $"-{month:00}-{day}");

    private static readonly Gen<string> Points =
        from year in Years
        from rest in Rests
        from mark in Gen.Elements("", "", "", "?", "~", "%")
        select year + rest + mark;

    private static readonly Gen<string> Ends = Gen.Frequency((8, Points), (1, Gen.Constant("..")), (1, Gen.Constant("")));

    private static readonly Gen<string> Texts = Gen.OneOf(
        Points,
        from start in Ends
        from end in Ends
        select $"{start}/{end}");

    private static readonly Gen<string> Noise = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Elements("0123456789X-/?~%.T 年".ToCharArray()).ArrayOf().Select(characters => new string(characters)));

    [Fact]
    public void A_date_that_parses_prints_the_same_text_and_is_bounded_in_order() => Property.Holds(Texts, IsLawful);

    [Fact]
    public void Any_text_is_held_and_never_throws() => Property.Holds(Noise, IsLawful);

    [Fact]
    public void The_grammar_reaches_readable_dates() =>
        Assert.True(Texts.Sample(1_000).Count(text => new EdtfDate(text).IsReadable) > 300);

    private static bool IsLawful(string text)
    {
        var date = new EdtfDate(text);
        return date.ToString() == text
            && date.IsReadable == EdtfDate.TryParse(text, out var parsed)
            && (parsed is null || parsed == date)
            && (date.Earliest is null || date.Latest is null || date.Earliest <= date.Latest)
            && (date.HasYear || (date.Earliest is null && date.Latest is null))
            && date.IsReadable == date.Precision is not null;
    }
}
