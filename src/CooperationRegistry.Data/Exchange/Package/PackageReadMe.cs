using System.Globalization;

namespace CooperationRegistry.Data.Exchange.Package;

internal static class PackageReadMe
{
    public static string Of(PackageSite site, DateTimeOffset? lastChange) =>
        $"""
        # Cooperation Registry

        What cities and their partners have agreed on clean energy, and what became of it, each fact with its source.

        Licence: {site.LicenceName}, {site.LicenceUrl}
        State: {lastChange?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "nothing was published yet"}
        {(site.PublicUrl.Length > 0 ? $"From: {site.PublicUrl}/data\n" : "")}
        - `*.csv`: a table a noun (`agreements.csv`) and a table for each list that its records hold (`agreement_parties.csv`), whose rows
          name their record, their key and their place.
        - `lists/*.csv`: the lists as the site offers them, a row a record, made to be read by people.
        - `records/*.jsonl`: the whole records, a line of JSON each. They say everything, to the letter; the tables are made from them.
        - `datapackage.json`: a Data Package (https://specs.frictionlessdata.io): every file with its SHA-256, every column with its type and meaning.

        CSV is as RFC 4180 has it, in UTF-8. A text that a spreadsheet would take for a formula (it starts with =, +, -, @, a tab or a carriage
        return) begins with an apostrophe in CSV, and does not in JSON. Dates that are known less precisely than to the day are EDTF (ISO 8601-2):
        2017-10, XXXX-10-19. Texts stand in columns by language: `_en`, `_zh_hans`, and `_other` as JSON where there are more.
        {(site.PublicUrl.Length > 0 ? "" : "Addresses of pages begin with a slash: this site has not said what stands before it.\n")}
        """.ReplaceLineEndings("\n");
}
