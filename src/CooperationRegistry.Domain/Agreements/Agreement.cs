namespace CooperationRegistry.Domain.Agreements;

public sealed class Agreement : Record<AgreementContent>;
