using System.Threading.Channels;
using Serilog.Core;
using Serilog.Events;

namespace CooperationRegistry.Web.Logging;

/// <summary>Writes what is logged on another thread, one line after the other, so that requests do not wait for each other to write theirs.</summary>
internal sealed class BackgroundSink : ILogEventSink, IDisposable
{
    private const int Most = 8192;

    private readonly Logger inner;
    private readonly Channel<LogEvent> waiting = Channel.CreateBounded<LogEvent>(new BoundedChannelOptions(Most) { SingleReader = true });
    private readonly Task writing;

    public BackgroundSink(Logger inner)
    {
        this.inner = inner;
        writing = Task.Run(WriteAsync);
    }

    // None is lost: where more come than are written, whoever logs writes too.
    public void Emit(LogEvent logEvent)
    {
        if (!waiting.Writer.TryWrite(logEvent))
            inner.Write(logEvent);
    }

    public void Dispose()
    {
        waiting.Writer.TryComplete();
        writing.Wait();
        inner.Dispose();
    }

    private async Task WriteAsync()
    {
        await foreach (var logEvent in waiting.Reader.ReadAllAsync())
            inner.Write(logEvent);
    }
}
