using System.Globalization;
using CooperationRegistry.Data;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Web.Components.Public.History;
using CooperationRegistry.Web.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

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
        if (!RecordId.IsWellFormed(Kind, Id))
            return false;
        if (!(Http.Request.Query.TryGetValue("revision", out var asked) ? await FindPastAsync(db, asked.ToString()) : await FindCurrentAsync(db)))
            return false;
        if (Published is not null)
            await ReadAsync(db, Published);
        return true;
    }

    /// <summary>Reads what the page needs beside its record.</summary>
    protected abstract Task ReadAsync(RegistryDbContext db, TRecord record);

    private async Task<bool> FindCurrentAsync(RegistryDbContext db)
    {
        Published = (TRecord?)await db.FindRecordAsync(Kind, Id, Aborted);
        if (Published is not null)
            return true;
        if (await db.WithdrawnAsync(Kind, Id, Aborted) is not { } withdrawn)
            return false;
        var last = await db.RevisionsOf(Kind, Id).SingleAsync(r => r.Number == withdrawn.Revision, Aborted);
        Standing = Standing with { Withdrawn = withdrawn, Name = RecordTitles.Of(RecordHistory.Content(last), InterfaceLanguage.Current), Last = withdrawn.Revision };
        Http.Response.StatusCode = StatusCodes.Status410Gone;
        return true;
    }

    private async Task<bool> FindPastAsync(RegistryDbContext db, string asked)
    {
        if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Standing = Standing with { Unreadable = asked };
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return true;
        }
        if (await db.RevisionsOf(Kind, Id).SingleOrDefaultAsync(r => r.Number == number, Aborted) is not { } past)
            return false;
        Standing = Standing with
        {
            Last = await db.LastRevisionAsync(Kind, Id, Aborted),
            Past = past,
            Withdrawn = await db.WithdrawnAsync(Kind, Id, Aborted),
            Survivor = await db.SurvivorAsync(Kind, Id, Aborted),
        };
        Published = (TRecord)past.Restore();
        return true;
    }
}
