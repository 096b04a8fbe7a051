namespace CooperationRegistry.Domain.Projects;

public sealed class Project : Record<ProjectContent>;
