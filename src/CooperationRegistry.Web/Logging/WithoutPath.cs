using Serilog.Core;
using Serilog.Events;

namespace CooperationRegistry.Web.Logging;

/// <summary>The framework's scope puts the path of the request into every line; what a person typed into the address stays out of the log.</summary>
internal sealed class WithoutPath : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
}
