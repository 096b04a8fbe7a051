using System.CommandLine;
using CooperationRegistry.Bench;

// Ctrl+C leaves the time to stop servers and clusters.
return await new BenchCommand().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = Timeout.InfiniteTimeSpan });
