namespace CooperationRegistry.Web;

/// <summary>Names Resources/AdminTexts.resx, the texts of the administration, for <c>IStringLocalizer&lt;AdminTexts&gt;</c>.</summary>
public sealed class AdminTexts;
