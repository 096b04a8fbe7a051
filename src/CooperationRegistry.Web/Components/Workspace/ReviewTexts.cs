namespace CooperationRegistry.Web;

/// <summary>Names Resources/ReviewTexts.resx, the texts of reviewing and of merging two changes, for <c>IStringLocalizer&lt;ReviewTexts&gt;</c>.</summary>
public sealed class ReviewTexts;
