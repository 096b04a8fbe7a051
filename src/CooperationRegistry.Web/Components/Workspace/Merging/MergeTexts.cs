namespace CooperationRegistry.Web;

/// <summary>Names Resources/MergeTexts.resx, the texts of the page that merges two entries, for <c>IStringLocalizer&lt;MergeTexts&gt;</c>.</summary>
public sealed class MergeTexts;
