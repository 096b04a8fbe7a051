using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data;

public static class StoreFailure
{
    /// <summary>
    /// Whether the store did not answer, or not well: a form says so and goes on. EF Core wraps what may pass by itself in an
    /// <see cref="InvalidOperationException"/>, so the exception's own type does not tell.
    /// </summary>
    public static bool Is(Exception exception) =>
        exception is DbException or DbUpdateException or TimeoutException || (exception is InvalidOperationException { InnerException: { } inner } && Is(inner));
}
