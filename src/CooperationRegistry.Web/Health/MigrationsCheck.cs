using CooperationRegistry.Web.Commands;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CooperationRegistry.Web.Health;

/// <summary>Every migration of this program is applied to the database.</summary>
internal sealed class MigrationsCheck(IServiceProvider services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var pending = await StoreWork.PendingMigrationsAsync(services, cancellationToken);
        return pending.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{pending.Count} migrations to apply");
    }
}
