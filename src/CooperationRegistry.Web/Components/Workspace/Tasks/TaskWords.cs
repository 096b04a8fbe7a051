using CooperationRegistry.Data.Tasks;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Components.Contents;
using Microsoft.Extensions.Localization;
using PublicNames = CooperationRegistry.Web.Components.Public.RecordNames;

namespace CooperationRegistry.Web.Components.Workspace.Tasks;

/// <summary>Writes lines of work. Days are counted only as far as a date is known: else the date stands for itself.</summary>
public sealed class TaskWords(IStringLocalizer<TaskTexts> texts, Words words, FieldNames fields, TimeProvider time)
{
    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public TaskRow Row(WorkLine line, PublicNames names) =>
        line switch
        {
            UnsignedLine unsigned => Row(unsigned, names),
            DueLine due => Row(due, names),
            EndingLine ending => Row(ending, names),
            UnsupportedLine unsupported => Row(unsupported, names),
            UndatedLine undated => Row(undated, names),
            _ => throw new ArgumentOutOfRangeException(nameof(line)),
        };

    /// <summary>"1 day", "4 373 days".</summary>
    public string Days(int days) => days == 1 ? texts["Day"] : texts["Days", words.Number(days)];

    private TaskRow Row(UnsignedLine line, PublicNames names)
    {
        var (measure, details) = line.Event switch
        {
            { Date: { Start: { } start } date } when IsPlainDay(start) => (Days(Today.DayNumber - start.Earliest!.Value.DayNumber), new[] { words.Date(date) }),
            { Date: { HasYear: true } date } => (date.IsInterval ? words.Date(date) : texts["Since", words.Date(date)].Value, []),
            { Date: { } date } => (texts["DateWithoutYear"].Value, [words.Date(date), .. Bounds(line.Event)]),
            _ => (texts["NoDate"].Value, [.. Bounds(line.Event)]),
        };
        return new TaskRow(line.Kind, line.Id, measure, names.Of(line.Kind, line.Id), Plain([words.Label(line.Status), .. details])) { Status = line.Status };
    }

    private TaskRow Row(DueLine line, PublicNames names)
    {
        var (commitment, due) = (line.Commitment, line.Commitment.Due!);
        var promisers = line.PromisedBy.Select(p => p.City is { } city ? names.Of(RecordKind.City, city) : names.Of(RecordKind.Partner, p.Partner!)).ToList();
        (string, string)[] details =
        [
            .. promisers.Count == 0 ? [Plain(texts["AllParties"])] : promisers,
            Plain(texts["DueOn", words.Date(due)]),
            Plain(commitment.Progress.Count == 0 ? texts["NoProgress"] : commitment.Progress.FindLast(p => p.Date is not null)?.Date is { } last ? texts["LastProgress", words.Date(last)] : texts["SomeProgress"]),
            names.Of(line.Kind, line.Id),
        ];
        return new TaskRow(line.Kind, line.Id, Left(due.Latest!.Value, due is { Precision: EdtfPrecision.Day }, due.IsApproximate || due.IsUncertain), words.Text(commitment.Text), details)
        {
            IsLate = due.Latest < Today,
        };
    }

    private TaskRow Row(EndingLine line, PublicNames names)
    {
        List<string> details = [line.Term.End is { } end ? words.Date(end) : texts[line.IsExact ? "MonthsTo" : "MonthsToAtMost", line.Term.Months!, words.Date(line.End)]];
        if (line.Term.Renewal is { } renewal)
            details.Add(words.Label(renewal));
        var isAbout = line.Term.End is { } about && (about.IsApproximate || about.IsUncertain);
        return new TaskRow(line.Kind, line.Id, Left(line.End, line.IsExact, isAbout), names.Of(line.Kind, line.Id), Plain(details));
    }

    private TaskRow Row(UnsupportedLine line, PublicNames names)
    {
        var what = line.Facts.GroupBy(path => path.Split('/')[0], (field, paths) => (Name: fields.Of(field), Count: paths.Count()));
        var listed = string.Join(", ", what.Select(w => w.Count == 1 ? w.Name : texts["Several", w.Name, w.Count].Value));
        var (title, kind) = line.Content is CapacityStatContent stat ? (names.Of(RecordKind.City, stat.City), Metric(stat)) : (names.Of(line.Kind, line.Id), words.Label(line.Kind));
        return new TaskRow(line.Kind, line.Id, line.Facts.Count == 1 ? texts["Fact"] : texts["Facts", words.Number(line.Facts.Count)], title, Plain([kind, listed]));
    }

    private TaskRow Row(UndatedLine line, PublicNames names) =>
        line switch
        {
            UndatedStatLine { Stat: { } stat } => Undated(line, names.Of(RecordKind.City, stat.City), stat.Quantity, null, Plain([Metric(stat), .. words.Bounds(stat.NotBefore, stat.NotAfter) is { } bounds ? new[] { bounds } : []])),
            UndatedFigureLine { Figure: { } figure } => Undated(line, names.Of(line.Kind, line.Id), figure.Quantity, figure.Money, [words.Text(figure.Indicator)]),
            UndatedCapacityLine { Capacity: { } capacity } => Undated(line, names.Of(line.Kind, line.Id), capacity.Quantity, null, [Plain(texts["CapacityOf", words.Label(capacity.Stage)]), .. capacity.Label is { Count: > 0 } label ? new[] { words.Text(label) } : []]),
            _ => throw new ArgumentOutOfRangeException(nameof(line)),
        };

    private TaskRow Undated(UndatedLine line, (string Tag, string Text) title, Quantity? quantity, Money? money, IReadOnlyList<(string Tag, string Text)> details)
    {
        // What the quantity is of stands in the details already.
        var figure = quantity is not null ? words.Quantity(quantity) with { Of = "" } : money is not null ? words.Money(money) : null;
        return new TaskRow(line.Kind, line.Id, figure?.ToString() ?? "", title, [Plain(words.Label(line.Kind)), .. details]);
    }

    private string Left(DateOnly last, bool isExact, bool isAbout)
    {
        var left = last.DayNumber - Today.DayNumber;
        if (left == 0 && !isAbout)
            return texts["Today"];
        var manner = isAbout ? "About" : isExact ? "" : left < 0 ? "AtLeast" : "AtMost";
        return texts[$"{(left < 0 ? "Over" : "Left")}{manner}", Days(Math.Abs(left))];
    }

    private string Metric(CapacityStatContent stat) => stat.Technology is { } technology ? words.Technology(technology) : words.Label(stat.Metric);

    private IEnumerable<string> Bounds(AgreementEvent e) => words.Bounds(e.NotBefore, e.NotAfter) is { } bounds ? [bounds] : [];

    private (string Tag, string Text) Plain(string text) => (words.Language, text);

    private IReadOnlyList<(string Tag, string Text)> Plain(IEnumerable<string> text) => [.. text.Select(Plain)];

    private static bool IsPlainDay(EdtfPoint point) => point is { Precision: EdtfPrecision.Day, IsApproximate: false, IsUncertain: false };
}
