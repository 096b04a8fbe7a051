namespace CooperationRegistry.Web;

/// <summary>Names Resources/AuditTexts.resx, the texts of the audit log, for <c>IStringLocalizer&lt;AuditTexts&gt;</c>.</summary>
public sealed class AuditTexts;
