namespace CooperationRegistry.Web;

/// <summary>Names Resources/WithdrawTexts.resx, the texts of the page that withdraws a record, for <c>IStringLocalizer&lt;WithdrawTexts&gt;</c>.</summary>
public sealed class WithdrawTexts;
