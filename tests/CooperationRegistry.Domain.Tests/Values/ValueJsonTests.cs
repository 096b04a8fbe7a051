using System.Text.Json;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Domain.Tests.Values;

public class ValueJsonTests
{
    [Fact]
    public void Date_is_a_string_readable_or_not()
    {
        Assert.Equal("\"XXXX-10-19\"", Json.Write(new EdtfDate("XXXX-10-19")));
        Assert.Equal(new EdtfDate("next spring"), Json.Read<EdtfDate>("\"next spring\""));
        Assert.Throws<JsonException>(() => Json.Read<EdtfDate>("2025"));
    }

    [Fact]
    public void Coordinates_and_external_ids_come_back_equal()
    {
        var place = new Coordinates { Latitude = 40.0936m, Longitude = 113.2914m };
        var id = new ExternalId { Key = "x1", Scheme = ExternalIdScheme.UnLocode, Value = "CNDTG" };

        Assert.Equal(place, Json.Read<Coordinates>(Json.Write(place)));
        Assert.Equal("""{"key":"x1","scheme":"unLocode","value":"CNDTG"}""", Json.Write(id));
        Assert.Equal(id, Json.Read<ExternalId>(Json.Write(id)));
    }

    [Theory]
    [InlineData("""{"amount":40}""")]
    [InlineData("""{"unit":"gigawattHour"}""")]
    [InlineData("""{"amount":40,"unit":1}""")]
    public void Quantity_without_amount_or_unit_is_refused_not_guessed(string json) =>
        Assert.Throws<JsonException>(() => Json.Read<Quantity>(json));

    [Fact]
    public void Money_without_currency_is_refused_not_guessed() =>
        Assert.Throws<JsonException>(() => Json.Read<Money>("""{"amount":40}"""));
}
