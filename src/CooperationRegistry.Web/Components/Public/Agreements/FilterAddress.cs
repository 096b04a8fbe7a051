using CooperationRegistry.Data.Agreements;
using Microsoft.AspNetCore.Http.Extensions;

namespace CooperationRegistry.Web.Components.Public.Agreements;

/// <summary>The parameters of the list's address as given, and the addresses next to it.</summary>
public sealed class FilterAddress(IQueryCollection query)
{
    private const string List = "/agreements";
    private const string FeedPath = "/feeds/agreements.atom";

    private static readonly string[] Ways = ["sort", "pageSize"];

    private readonly List<KeyValuePair<string, string>> given =
    [
        .. from name in AgreementFilterReader.Names.Concat(Ways)
           from value in query[name].OfType<string>().Distinct()
           where value.Trim().Length > 0
           select KeyValuePair.Create(name, value),
    ];

    /// <summary>What narrows the list.</summary>
    public IEnumerable<KeyValuePair<string, string>> Applied => given.Where(p => !Ways.Contains(p.Key));

    public string Value(string name) => given.LastOrDefault(p => p.Key == name).Value ?? "";

    public bool Has(string name, string value) => given.Exists(p => p.Key == name && p.Value == value);

    public bool HasAny(string name) => given.Exists(p => p.Key == name);

    public string Without(KeyValuePair<string, string> parameter) => List + new QueryBuilder(given.Where(p => !p.Equals(parameter)));

    public string Next(string cursor) => List + new QueryBuilder(given.Append(KeyValuePair.Create("after", cursor)));

    public string Previous(string cursor) => List + new QueryBuilder(given.Append(KeyValuePair.Create("before", cursor)));

    /// <summary>The same filter with other words.</summary>
    public string Searching(string words) => List + new QueryBuilder(given.Where(p => p.Key != "q").Append(KeyValuePair.Create("q", words)));

    public string First => List + new QueryBuilder(given);

    /// <summary>The list with the filter alone.</summary>
    public string Plain => List + new QueryBuilder(Applied);

    /// <summary>What an address of a file ends with, so that it has the same rows in the same order.</summary>
    public string FileQuery => new QueryBuilder(given.Where(p => p.Key != "pageSize")).ToString();

    /// <summary>What is due by them.</summary>
    public string Calendar => $"{List}.ics" + new QueryBuilder(Applied);

    /// <summary>What of them is new or has changed.</summary>
    public string Feed => FeedPath + new QueryBuilder(Applied);

    /// <summary>A page of the feed; without a cursor the first.</summary>
    /// <param name="side">Of the cursor: <c>after</c> or <c>before</c>.</param>
    /// <param name="cursor">As another page gave it.</param>
    public string FeedPage(string side = "after", string? cursor = null) =>
        FeedPath + new QueryBuilder(given.Where(p => p.Key != "sort").Concat(cursor is null ? [] : [KeyValuePair.Create(side, cursor)]));
}
