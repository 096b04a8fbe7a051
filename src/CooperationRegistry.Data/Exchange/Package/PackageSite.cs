using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Domain;

namespace CooperationRegistry.Data.Exchange.Package;

/// <summary>What the package says of the site that it is of.</summary>
/// <param name="LicenceName">Of the data.</param>
/// <param name="LicenceUrl">Where the licence is written.</param>
/// <param name="PublicUrl">What addresses start with, without a slash at its end; empty where the site has no address of its own, and addresses then begin with their slash.</param>
/// <param name="Address">Of a record's page, from its slash on; with an empty id what those of the noun start with.</param>
/// <param name="Meaning">Of a column of a list.</param>
public sealed record PackageSite(
    string LicenceName, string LicenceUrl, string PublicUrl, Func<RecordKind, string, string> Address, Func<RecordKind, ListColumn, ColumnMeaning> Meaning)
{
    /// <summary>As addresses and files name the noun's list.</summary>
    internal string ListOf(RecordKind kind) => Address(kind, "").Trim('/');
}
