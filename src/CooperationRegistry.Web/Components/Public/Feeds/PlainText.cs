using System.Text;

namespace CooperationRegistry.Web.Components.Public.Feeds;

internal static class PlainText
{
    /// <summary>Without the characters that XML 1.0 and iCalendar have no place for; half a surrogate pair becomes U+FFFD.</summary>
    public static string Of(string text) => string.Concat(text.EnumerateRunes().Where(IsAllowed));

    private static bool IsAllowed(Rune rune) => rune.Value is '\t' or '\n' or '\r' || (!Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF));
}
