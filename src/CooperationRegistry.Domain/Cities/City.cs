namespace CooperationRegistry.Domain.Cities;

public sealed class City : Record<CityContent>;
