namespace CooperationRegistry.Web;

/// <summary>Names Resources/PublicTexts.resx, the texts of the public pages, for <c>IStringLocalizer&lt;PublicTexts&gt;</c>.</summary>
public sealed class PublicTexts;
