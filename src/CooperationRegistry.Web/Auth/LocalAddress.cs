namespace CooperationRegistry.Web.Auth;

public static class LocalAddress
{
    /// <summary>The address where it stays on this site, else the other one. Browsers read <c>//</c> and <c>/\</c> as another host.</summary>
    public static string Or(string? address, string otherwise) =>
        address is ['/', ..] && !(address.Length > 1 && address[1] is '/' or '\\') && !address.Any(char.IsControl) ? address : otherwise;
}
