namespace CooperationRegistry.Web;

/// <summary>Names Resources/ImportTexts.resx, the texts of importing files, for <c>IStringLocalizer&lt;ImportTexts&gt;</c>.</summary>
public sealed class ImportTexts;
