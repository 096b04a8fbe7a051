namespace CooperationRegistry.Domain.Sources;

public sealed class Source : Record<SourceContent>;
