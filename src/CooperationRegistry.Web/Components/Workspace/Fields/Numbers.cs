using System.Globalization;

namespace CooperationRegistry.Web.Components.Workspace.Fields;

/// <summary>Numbers typed one by one, with a point and no groups: a comma could be either.</summary>
internal static class Numbers
{
    public static decimal? Read(string? typed) =>
        decimal.TryParse(typed?.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
