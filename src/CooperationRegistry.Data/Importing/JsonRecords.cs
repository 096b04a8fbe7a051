using System.Globalization;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Importing;

/// <summary>Makes contents of JSON Lines. A line that says what is published, or what the revision said that it was taken from, changes nothing.</summary>
internal sealed class JsonRecords(RegistryDbContext db)
{
    public async Task<List<CheckedLine>> ReadAsync(IReadOnlyList<FileLine> lines, CancellationToken cancellationToken)
    {
        var read = lines.Select(Read).ToList();
        foreach (var kind in read.Where(r => r.Line.RecordId is not null).GroupBy(r => r.Line.Kind!.Value))
        {
            var ids = kind.Select(r => r.Line.RecordId!).Distinct().ToList();
            var published = (await db.ReadAsync(kind.Key, ids, cancellationToken)).ToDictionary(r => r.Id);
            var withdrawn = (await db.WithdrawnAsync(kind.Key, [.. ids.Except(published.Keys)], cancellationToken)).ToHashSet();
            foreach (var (line, revision) in kind)
            {
                // Somebody had a reason to withdraw it: a file that is older than that does not undo it unasked.
                if (withdrawn.Contains(line.RecordId!))
                    line.Refuse("id", Rule.RecordWithdrawn, line.RecordId);
                else if (published.TryGetValue(line.RecordId!, out var record))
                    await CompareAsync(line, revision, record, cancellationToken);
            }
        }
        return [.. read.Select(r => r.Line)];
    }

    private static (CheckedLine Line, int? Revision) Read(FileLine text)
    {
        var line = new CheckedLine(text);
        if (text.Problem is { } broken)
        {
            line.Problems.Add(broken);
            return (line, null);
        }
        var (record, content, problem) = RecordLineReader.ReadPublished(text.Text!, line.TemporaryId);
        (line.Kind, line.Content) = (record?.Record, content);
        line.RecordId = record?.Id is { } id && id != line.TemporaryId && RecordId.IsWellFormed(record.Record, id) ? id : null;
        if (problem is not null)
            line.Problems.Add(problem);
        return (line, record?.Revision);
    }

    private async Task CompareAsync(CheckedLine line, int? revision, Record record, CancellationToken cancellationToken)
    {
        line.BaseRevision = record.Revision;
        if (line.Content is null)
            return;
        var json = ContentJson.Write(line.Content);
        if (json == ContentJson.Write(record.Body))
        {
            line.Content = null;
        }
        else if (revision is { } taken && taken != record.Revision)
        {
            var then = await db.RevisionsOf(record.Kind, record.Id).Where(r => r.Number == taken).Select(r => r.Content).SingleOrDefaultAsync(cancellationToken);
            if (then == json)
                line.Content = null;
            else
                line.Refuse("id", Rule.ChangedSince, record.Id, taken.ToString(CultureInfo.InvariantCulture), record.Revision.ToString(CultureInfo.InvariantCulture));
        }
    }
}
