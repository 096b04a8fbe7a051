namespace CooperationRegistry.Web;

/// <summary>Names Resources/TaskTexts.resx, the texts of the lists of work, for <c>IStringLocalizer&lt;TaskTexts&gt;</c>.</summary>
public sealed class TaskTexts;
