using CooperationRegistry.Data;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using Microsoft.AspNetCore.Components;

namespace CooperationRegistry.Web.Components.Public;

/// <summary>What a page says beside its record, or where there is nothing to say of it.</summary>
/// <param name="Kind">The noun of the address.</param>
/// <param name="Id">The id of the address.</param>
public sealed record Standing(RecordKind Kind, string Id)
{
    /// <summary>The revision that the page shows; null where it shows what is published now.</summary>
    public Revision? Past { get; init; }

    /// <summary>The number of the last revision.</summary>
    public int Last { get; init; }

    public Tombstone? Withdrawn { get; init; }

    /// <summary>What the withdrawn record was called, in the language of the page where it had a name in it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The record that this one was merged into.</summary>
    public string? Survivor { get; init; }

    /// <summary>What was asked for and is no number.</summary>
    public string? Unreadable { get; init; }

    /// <summary>The status of an answer without a record; null where there is one.</summary>
    public int? Refusal =>
        Unreadable is not null ? StatusCodes.Status400BadRequest
        : Past is null && Withdrawn is not null ? StatusCodes.Status410Gone
        : null;
}

/// <summary>The page of one record: as it is published, as one of its revisions had it (<c>?revision=3</c>), or why there is none.</summary>
public abstract class PublishedPage<TRecord> : PublicPage
    where TRecord : Record
{
    // A class of records is called as its kind is.
    private static readonly RecordKind Kind = Enum.Parse<RecordKind>(typeof(TRecord).Name);

    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>Null where <see cref="Standing"/> alone is shown.</summary>
    protected TRecord? Published { get; private set; }

    protected Standing Standing { get; private set; } = null!;

    /// <summary>The record says what it said then. What others say of it is as it is now, so a past page leaves that out.</summary>
    protected bool IsPast => Standing.Past is not null;

    protected sealed override (RecordKind Kind, string Id)? Named => (Kind, Id);

    protected sealed override async Task<bool> LoadAsync(RegistryDbContext db)
    {
        Standing = new Standing(Kind, Id);
        var asked = Http.Request.Query.TryGetValue("revision", out var revision) ? revision.ToString() : null;
        if (await db.FindPublishedAsync(Kind, Id, asked, Aborted) is not { } found)
            return false;
        (Standing, Published) = (found.Standing, (TRecord?)found.Record);
        if (Standing.Refusal is { } status)
            Http.Response.StatusCode = status;
        if (Published is not null)
            await ReadAsync(db, Published);
        return true;
    }

    /// <summary>Reads what the page needs beside its record.</summary>
    protected abstract Task ReadAsync(RegistryDbContext db, TRecord record);
}
