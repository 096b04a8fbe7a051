namespace CooperationRegistry.Web;

/// <summary>Names Resources/WorkspaceTexts.resx, the texts of the workspace, for <c>IStringLocalizer&lt;WorkspaceTexts&gt;</c>.</summary>
public sealed class WorkspaceTexts;
