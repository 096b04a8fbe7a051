namespace CooperationRegistry.Data.Accounts;

/// <summary>What administrators decide for the whole registry; one row.</summary>
public sealed class RegistrySettings
{
    public int Id { get; init; } = 1;

    /// <summary>Whether reviewers may publish what they submitted themselves.</summary>
    public bool OnePersonOffice { get; set; }
}
