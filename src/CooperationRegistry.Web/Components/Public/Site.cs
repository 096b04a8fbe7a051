namespace CooperationRegistry.Web.Components.Public;

/// <summary>What the settings say of the site itself.</summary>
public sealed class Site(IConfiguration settings)
{
    /// <summary>What canonical addresses start with; null where it is not set.</summary>
    public string? PublicUrl => settings["PublicUrl"]?.TrimEnd('/');

    /// <param name="path">From its slash on.</param>
    /// <param name="here">Any address of the site as it was asked for; it begins what has no <see cref="PublicUrl"/> to begin with.</param>
    public string Absolute(string path, Uri here) => (PublicUrl ?? here.GetLeftPart(UriPartial.Authority)) + path;

    /// <summary>The licence of the data.</summary>
    public string LicenceName => settings["Licence:Name"] ?? "CC BY 4.0";

    public string LicenceUrl => settings["Licence:Url"] ?? "https://creativecommons.org/licenses/by/4.0/";
}
