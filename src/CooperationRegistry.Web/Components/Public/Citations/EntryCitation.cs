using System.Globalization;

namespace CooperationRegistry.Web.Components.Public.Citations;

/// <summary>What a reader cites: one revision of an entry, at the address where it stays.</summary>
/// <param name="Registry">Author and publisher at once.</param>
/// <param name="Date">Of the revision, UTC.</param>
/// <param name="Address">The whole of it, with the revision.</param>
/// <param name="Language">Of the title, BCP 47.</param>
public sealed record EntryCitation(string Title, string Registry, string Id, int Revision, DateOnly Date, string Address, string Language)
{
    /// <summary>Unique within the registry, and made of letters that every reader of BibTeX takes.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Id}-r{Revision}");

    /// <summary>Line ends and tabs would end a field.</summary>
    internal static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
