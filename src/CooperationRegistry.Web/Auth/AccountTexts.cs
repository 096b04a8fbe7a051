namespace CooperationRegistry.Web;

/// <summary>Names Resources/AccountTexts.resx, the texts of the account pages, for <c>IStringLocalizer&lt;AccountTexts&gt;</c>.</summary>
public sealed class AccountTexts;
