namespace CooperationRegistry.Data.Exchange;

/// <summary>What a file says of itself besides its rows.</summary>
/// <param name="LicenceName">Of the data.</param>
/// <param name="LicenceUrl">Where the licence is written.</param>
/// <param name="LastChange">Of the registry as the file has it; null where nothing was published yet.</param>
/// <param name="Address">That it was asked for at.</param>
public sealed record FileHeading(string LicenceName, string LicenceUrl, DateTimeOffset? LastChange, string Address);
