using CooperationRegistry.Domain;

namespace CooperationRegistry.Web.Components.Workspace.Tasks;

/// <summary>The lists of work, the most pressing first; the address names them in lower case.</summary>
public enum TaskList
{
    Due,
    Ending,
    Announced,
    Unsourced,
    Undated,
}

public static class TaskLists
{
    public static IReadOnlyList<TaskList> All { get; } = Enum.GetValues<TaskList>();

    public static string Address(this TaskList list, int page = 1) => $"/workspace/tasks/{ContentJson.Name(list)}{(page > 1 ? FormattableString.Invariant($"?page={page}") : "")}";

    /// <summary>Null where no list is called so.</summary>
    public static TaskList? Named(string? name) => All.Cast<TaskList?>().FirstOrDefault(list => ContentJson.Name(list!.Value) == name);
}
