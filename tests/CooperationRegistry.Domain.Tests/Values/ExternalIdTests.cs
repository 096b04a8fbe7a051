using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Tests.Values;

public class ExternalIdTests
{
    [Theory]
    [InlineData(ExternalIdScheme.Wikidata, "Q239247")]
    [InlineData(ExternalIdScheme.GeoNames, "2037799")]
    [InlineData(ExternalIdScheme.UnLocode, "CNSHA")]
    [InlineData(ExternalIdScheme.UnLocode, "DKCPH")]
    [InlineData(ExternalIdScheme.Lei, "5493001KJTIIGC8Y1R12")]
    [InlineData(ExternalIdScheme.Lei, "HWUPKR0MPOU8FGXBT394")]
    [InlineData(ExternalIdScheme.Ror, "03yrm5c26")]
    [InlineData(ExternalIdScheme.Ror, "02mhbdp94")]
    [InlineData(ExternalIdScheme.Ticker, "XSHE:300750")]
    [InlineData(ExternalIdScheme.Ticker, "XNYS:BRK.B")]
    public void Id_well_formed_is_taken(ExternalIdScheme scheme, string value) =>
        Assert.True(ExternalIds.IsWellFormed(scheme, value));

    [Theory]
    [InlineData(ExternalIdScheme.Wikidata, "239247")]
    [InlineData(ExternalIdScheme.Wikidata, "Q0")]
    [InlineData(ExternalIdScheme.Wikidata, "P31")]
    [InlineData(ExternalIdScheme.GeoNames, "02037799")]
    [InlineData(ExternalIdScheme.UnLocode, "CN SHA")]
    [InlineData(ExternalIdScheme.UnLocode, "ZZSHA")]
    [InlineData(ExternalIdScheme.UnLocode, "CNSH1")]
    [InlineData(ExternalIdScheme.Lei, "5493001KJTIIGC8Y1R13")]
    [InlineData(ExternalIdScheme.Lei, "5493001KJTIIGC8Y1R21")]
    [InlineData(ExternalIdScheme.Lei, "5493001kjtiigc8y1r12")]
    [InlineData(ExternalIdScheme.Lei, "5493001KJTIIGC8Y1R1")]
    [InlineData(ExternalIdScheme.Ror, "03yrm5c27")]
    [InlineData(ExternalIdScheme.Ror, "03yrm5d26")]
    [InlineData(ExternalIdScheme.Ror, "https://ror.org/03yrm5c26")]
    [InlineData(ExternalIdScheme.Ticker, "300750")]
    [InlineData(ExternalIdScheme.Ticker, "SZ:300750")]
    [InlineData(ExternalIdScheme.Ticker, "XSHE:")]
    [InlineData(ExternalIdScheme.Lei, "")]
    [InlineData(ExternalIdScheme.Wikidata, null)]
    [InlineData(ExternalIdScheme.Wikidata, "Q239247\n")]
    public void Id_malformed_or_with_a_wrong_check_digit_is_refused(ExternalIdScheme scheme, string? value) =>
        Assert.False(ExternalIds.IsWellFormed(scheme, value));
}
