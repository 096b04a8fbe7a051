namespace CooperationRegistry.Domain.Partners;

public sealed class Partner : Record<PartnerContent>;
