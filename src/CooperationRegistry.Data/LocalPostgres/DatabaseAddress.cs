namespace CooperationRegistry.Data;

/// <summary>Connection strings of one database: the owner migrates it, the server role serves from it.</summary>
public sealed record DatabaseAddress(string Owner, string Server);
