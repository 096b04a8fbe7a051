using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Tests.Values;

public class LanguageTagTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("da")]
    [InlineData("de")]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant-TW")]
    [InlineData("en-GB")]
    [InlineData("es-419")]
    [InlineData("zh-cmn-Hans")]
    [InlineData("yue")]
    [InlineData("zh-Latn-pinyin")]
    [InlineData("sl-rozaj-biske-1994")]
    [InlineData("de-CH-1996")]
    [InlineData("en-x-mt")]
    public void Tag_registered_is_valid(string tag) => Assert.True(LanguageTag.IsValid(tag));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("english")]
    [InlineData("zz-Foo")]
    [InlineData("zz")]
    [InlineData("en-Foob")]
    [InlineData("en-ZQ")]
    [InlineData("en-cmn")]
    [InlineData("en-UK")]
    [InlineData("en_GB")]
    [InlineData("zh-hans")]
    [InlineData("EN")]
    [InlineData("qaa")]
    [InlineData("en-Qaaa")]
    [InlineData("x-klingon")]
    [InlineData("i-klingon")]
    [InlineData("de-1996-1996")]
    [InlineData("de-2096")]
    [InlineData("en-")]
    [InlineData("en-x-")]
    [InlineData("en-GB-")]
    [InlineData("en\n")]
    public void Tag_unregistered_or_malformed_is_refused(string? tag) => Assert.False(LanguageTag.IsValid(tag));
}
