using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;

namespace CooperationRegistry.Data.Reviewing;

/// <summary>The one check, over a proposal and the records made on the way.</summary>
internal static class ProposalCheck
{
    public static async Task<IReadOnlyList<Problem>> ProblemsAsync(RegistryDbContext db, Draft draft, CancellationToken cancellationToken)
    {
        var batch = new List<Publishable> { new(draft.RecordId ?? "~", draft.Content) };
        batch.AddRange(draft.Companions.Select(c => new Publishable(c.Id, c.Content)));
        var problems = new List<Problem>();
        problems.AddRange(draft.Companions.Where(c => !RecordId.IsTemporary(c.Id)).Select(c => Problem.At($"{c.Id}/id", Rule.MalformedId, c.Id, "~1")));
        problems.AddRange(draft.Companions.GroupBy(c => c.Id).Where(g => g.Count() > 1).Select(g => Problem.At($"{g.Key}/id", Rule.RecordTwice, g.Key)));
        problems.AddRange(draft.Unread.Select(box => Problem.At(box.Key, Rule.NotRead, box.Value)));
        var unknown = await References.CheckAsync(db, batch, temporaryIds: true, cancellationToken);
        for (var place = 0; place < batch.Count; place++)
        {
            problems.AddRange(Placed(place, ContentRules.Check(batch[place].Content, temporaryIds: true)).Where(p => !IsTyped(p)));
            problems.AddRange(Placed(place, unknown[place]));
        }
        return problems;

        // Where something was typed that is not understood, that is said, and not that nothing is there.
        bool IsTyped(Problem problem) =>
            problem.Rule switch
            {
                Rule.Required => draft.Unread.Keys.Any(box => box == problem.Path || box.StartsWith(problem.Path + "/", StringComparison.Ordinal)),
                Rule.OneOfCityAndPartner => draft.Unread.ContainsKey(problem.Path) || draft.Unread.ContainsKey(problem.Path + "/record"),
                _ => false,
            };

        IEnumerable<Problem> Placed(int place, IEnumerable<Problem> found) =>
            place == 0 ? found : found.Select(p => p with { Path = $"{batch[place].Id}/{p.Path}" });
    }
}
