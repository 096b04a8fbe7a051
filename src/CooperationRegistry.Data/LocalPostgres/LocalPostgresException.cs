namespace CooperationRegistry.Data;

/// <summary>The private cluster cannot be had; the message is one sentence that says what to do.</summary>
public sealed class LocalPostgresException(string message, Exception? inner = null) : Exception(message, inner);
