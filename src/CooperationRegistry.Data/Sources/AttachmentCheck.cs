using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;
using Microsoft.EntityFrameworkCore;
using System.Globalization;

namespace CooperationRegistry.Data.Sources;

/// <summary>What only the store can tell of attachments: that the file is kept, and that it is like the content says.</summary>
internal static class AttachmentCheck
{
    public static async Task<List<(int Place, Problem Problem)>> ProblemsAsync(RegistryDbContext db, IReadOnlyList<Publishable> batch, CancellationToken cancellationToken)
    {
        var named = batch
            .SelectMany((item, place) => (HasAny(item.Content) ? ContentGraph.Branches(item.Content) : []).Where(b => b.Branch is Attachment).Select(b => (Place: place, b.Path, File: (Attachment)b.Branch)))
            // A malformed fingerprint is the content's own problem, and said there.
            .Where(n => n.File.Sha256.Length == 64 && n.File.Sha256.All(char.IsAsciiHexDigitLower))
            .ToList();
        var problems = new List<(int, Problem)>();
        if (named.Count == 0)
            return problems;
        var fingerprints = named.Select(n => n.File.Sha256).Distinct().ToList();
        var kept = await db.Files.Where(f => fingerprints.Contains(f.Sha256)).Select(f => new { f.Sha256, f.MediaType, f.Length }).ToDictionaryAsync(f => f.Sha256, cancellationToken);
        foreach (var (place, path, file) in named)
        {
            if (!kept.TryGetValue(file.Sha256, out var found))
            {
                problems.Add((place, Problem.At($"{path}/sha256", Rule.UnknownAttachment, file.Sha256)));
                continue;
            }
            if (file.MediaType != found.MediaType)
                problems.Add((place, Problem.At($"{path}/mediaType", Rule.AttachmentDiffers, file.MediaType, found.MediaType)));
            if (file.Length != found.Length)
                problems.Add((place, Problem.At($"{path}/length", Rule.AttachmentDiffers, Written(file.Length), Written(found.Length))));
        }
        return problems;
    }

    private static bool HasAny(RecordContent content) => ContentGraph.Nodes(content).Any(n => n.Value is Attachment or IList<Attachment> { Count: > 0 });

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);
}
