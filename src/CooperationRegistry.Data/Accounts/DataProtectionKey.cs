namespace CooperationRegistry.Data.Accounts;

/// <summary>A key that protects cookies and tokens; in the database, so that several servers share sign-ins.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; set; }

    public string FriendlyName { get; set; } = "";

    public string Xml { get; set; } = "";
}
