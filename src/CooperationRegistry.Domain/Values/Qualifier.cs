namespace CooperationRegistry.Domain.Values;

public enum Qualifier
{
    Exactly,
    About,

    /// <summary>More than the amount.</summary>
    Over,

    /// <summary>Less than the amount.</summary>
    Under,

    UpTo,
    AtLeast,

    /// <summary>From the amount to the upper amount.</summary>
    Range,
}
