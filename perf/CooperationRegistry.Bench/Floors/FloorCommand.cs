using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CooperationRegistry.Bench.Measuring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CooperationRegistry.Bench.Floors;

/// <summary>The least that can serve the same: what the server asked, by Npgsql alone, into a table of HTML; or a page that is always the same.</summary>
internal sealed class FloorCommand : Command
{
    public const string Verb = "floor";
    public const string Ready = "/ready";

    private readonly Option<int> port = new("--port") { Required = true };
    private readonly Option<FileInfo?> recording = new("--recording") { Description = "Served at /page/0 and so on." };
    private readonly Option<FileInfo?> page = new("--page") { Description = "Served at /page." };

    public FloorCommand()
        : base(Verb, "Serves what others are measured beside.")
    {
        Hidden = true;
        foreach (Option option in new Option[] { port, recording, page })
            Add(option);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(parsed.GetValue(port)));
        await using var app = builder.Build();
        if (parsed.GetValue(recording) is { } file)
        {
            var pages = new RecordedPages(await Recording.LoadAsync(file.FullName, cancellationToken));
            app.MapGet("/page/{number}", (HttpContext context) => pages.WriteAsync(context));
        }
        if (parsed.GetValue(page) is { } text)
        {
            var bytes = await File.ReadAllBytesAsync(text.FullName, cancellationToken);
            app.MapGet("/page", (HttpContext context) => WriteAsync(context, bytes));
        }
        app.MapGet(Ready, () => Results.Ok());
        await app.StartAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static async Task WriteAsync(HttpContext context, byte[] page)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        await context.Response.Body.WriteAsync(page, context.RequestAborted);
    }

    private sealed class RecordedPages
    {
        private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

        private readonly NpgsqlDataSource source;
        private readonly List<List<List<(string Text, List<Func<NpgsqlParameter>> Parameters)>>> pages;

        public RecordedPages(Recording recording)
        {
            // A connection of the load never needs more than one, and the cluster gives no more than a hundred to all.
            source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(recording.Connection) { MaxPoolSize = Wrk.Connections });
            pages = [.. recording.Pages.Select(p => p.Trips.Select(t => t.Select(s => (recording.Texts[s.Text], s.Parameters.Select(a => a.Maker()).ToList())).ToList()).ToList())];
        }

        public async Task WriteAsync(HttpContext context)
        {
            var number = int.Parse((string)context.Request.RouteValues["number"]!, NumberStyles.None, CultureInfo.InvariantCulture);
            var writer = new StringWriter(new StringBuilder(64 * 1024), CultureInfo.InvariantCulture);
            await writer.WriteAsync("<!DOCTYPE html><html><head><title>Floor</title></head><body>");
            await using (var connection = await source.OpenConnectionAsync(context.RequestAborted))
            {
                foreach (var trip in pages[number])
                    await WriteAsync(connection, trip, writer, context.RequestAborted);
            }
            await writer.WriteAsync("</body></html>");
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(writer.ToString(), context.RequestAborted);
        }

        private static async Task WriteAsync(NpgsqlConnection connection, List<(string Text, List<Func<NpgsqlParameter>> Parameters)> trip, StringWriter writer, CancellationToken cancellationToken)
        {
            if (trip is [var (text, parameters)])
            {
                await using var command = new NpgsqlCommand(text, connection);
                foreach (var parameter in parameters)
                    command.Parameters.Add(parameter());
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                await WriteAsync(reader, writer, cancellationToken);
                return;
            }
            await using var batch = new NpgsqlBatch(connection);
            foreach (var (statement, values) in trip)
            {
                var command = new NpgsqlBatchCommand(statement);
                foreach (var parameter in values)
                    command.Parameters.Add(parameter());
                batch.BatchCommands.Add(command);
            }
            await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
                await WriteAsync(reader, writer, cancellationToken);
        }

        private static async Task WriteAsync(DbDataReader reader, StringWriter writer, CancellationToken cancellationToken)
        {
            do
            {
                writer.Write("<table>");
                while (await reader.ReadAsync(cancellationToken))
                {
                    writer.Write("<tr>");
                    for (var column = 0; column < reader.FieldCount; column++)
                    {
                        writer.Write("<td>");
                        if (!reader.IsDBNull(column))
                            WriteCell(reader, column, writer);
                    }
                }
                writer.Write("</table>");
            }
            while (await reader.NextResultAsync(cancellationToken));
        }

        private static void WriteCell(DbDataReader reader, int column, StringWriter writer)
        {
            var type = reader.GetFieldType(column);
            if (type == typeof(string))
                Html.Encode(writer, reader.GetString(column));
            else if (type == typeof(int))
                writer.Write(reader.GetInt32(column));
            else if (type == typeof(long))
                writer.Write(reader.GetInt64(column));
            else if (reader.GetValue(column) is Array { Rank: 1 } values)
                WriteAll(values, writer);
            else
                Html.Encode(writer, Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!);
        }

        private static void WriteAll(Array values, StringWriter writer)
        {
            foreach (var value in values)
            {
                Html.Encode(writer, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                writer.Write("; ");
            }
        }
    }
}
