namespace CooperationRegistry.Web.Tests.Doors;

/// <summary>Who may enter: each lets in those after it too. As a person: who may enter just that.</summary>
public enum Entrance
{
    Everybody,
    SignedIn,
    Edit,
    Review,
    Administer,

    /// <summary>Programs with a key, and no cookie whatever. As one: an administrator's key of every scope, which opens nothing else.</summary>
    Key,
}

/// <summary>A line of the table: an endpoint and who may enter it.</summary>
/// <param name="Route">The method and the pattern, as <see cref="RouteTable.NameOf"/> writes them.</param>
public sealed record Door(string Route, Entrance Entrance)
{
    /// <summary>What the test asks for where the pattern has parameters.</summary>
    public string? Asked { get; init; }

    /// <summary>What those who may enter are answered.</summary>
    public int Answer { get; init; } = 200;

    /// <summary>Where that answer leads, without a query; null where it leads nowhere.</summary>
    public string? LeadsTo { get; init; }

    /// <summary>Programs are refused by status; people are led to a page.</summary>
    public bool IsForPrograms { get; init; }

    public string Method => Route.Split(' ')[0];

    public string Pattern => Route.Split(' ')[1];

    public string Address => Asked ?? Pattern;
}
