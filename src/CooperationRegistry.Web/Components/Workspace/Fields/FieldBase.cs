using CooperationRegistry.Web.Components.Contents;
using CooperationRegistry.Web.Components.Workspace.Editing;
using Microsoft.AspNetCore.Components;

namespace CooperationRegistry.Web.Components.Workspace.Fields;

/// <summary>What every box has: the record it belongs to, the path of its value within that record, a label.</summary>
public abstract class FieldBase : ComponentBase
{
    [CascadingParameter]
    public EditedRecord Record { get; set; } = null!;

    /// <summary>Within the record: <c>events/e2/date</c>.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public bool Optional { get; set; }

    [Parameter]
    public string? Class { get; set; }

    /// <summary>The path within the draft.</summary>
    protected string Place => Record.Path(Path);

    protected string Id => FieldId.Of(Place);

    protected string? Invalid => Record.Editor.At(Place).Any() ? "true" : null;

    /// <summary>Ties the box to its problem, and to a reading below it.</summary>
    protected string? DescribedBy(bool hasReading = false)
    {
        var error = Record.Editor.At(Place).Any() ? Id + "-error" : null;
        return hasReading ? $"{error} {Id}-reading".Trim() : error;
    }
}
