namespace CooperationRegistry.Web.Commands;

/// <summary>A command will not do what it was asked to; each reason becomes a line on standard error.</summary>
public sealed class CommandRefusedException(params IReadOnlyList<string> reasons) : Exception(string.Join(Environment.NewLine, reasons))
{
    public IReadOnlyList<string> Reasons { get; } = reasons;
}
