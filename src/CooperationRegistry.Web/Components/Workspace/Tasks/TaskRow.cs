using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;

namespace CooperationRegistry.Web.Components.Workspace.Tasks;

/// <summary>A line of work in words.</summary>
/// <param name="Kind">Of the record that it is about.</param>
/// <param name="Measure">What the list is sorted by: days, a count, a figure.</param>
/// <param name="Title">With the tag of its language.</param>
/// <param name="Details">What else tells it from other lines, each with the tag of its language.</param>
public sealed record TaskRow(RecordKind Kind, string Id, string Measure, (string Tag, string Text) Title, IReadOnlyList<(string Tag, string Text)> Details)
{
    /// <summary>Its day is over.</summary>
    public bool IsLate { get; init; }

    public AgreementStatus? Status { get; init; }

    public string PublicAddress => Public.RecordNames.Address(Kind, Id);

    public string EditAddress =>
        Kind switch
        {
            RecordKind.Agreement => $"/workspace/agreements/{Id}/edit",
            RecordKind.City => $"/workspace/cities/{Id}/edit",
            RecordKind.Partner => $"/workspace/partners/{Id}/edit",
            RecordKind.Project => $"/workspace/projects/{Id}/edit",
            _ => $"/workspace/capacity/{Id}/edit",
        };
}

/// <summary>A part of a list in words.</summary>
/// <param name="Total">How many lines the whole list has.</param>
public sealed record TaskPart(TaskList List, IReadOnlyList<TaskRow> Rows, int Total);
