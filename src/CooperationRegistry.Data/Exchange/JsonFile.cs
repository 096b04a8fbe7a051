using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Reviewing;

namespace CooperationRegistry.Data.Exchange;

/// <summary>Whole records, each as <see cref="RecordLine"/> has it: as JSON under a heading, or a line each.</summary>
public static class JsonFile
{
    /// <param name="destination">Gets UTF-8.</param>
    /// <param name="heading">Stands before the records.</param>
    /// <param name="pages">Of records.</param>
    /// <param name="address">Of a record's page.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    public static async Task WriteAsync(
        PipeWriter destination, FileHeading heading, IAsyncEnumerable<IReadOnlyList<Record>> pages, Func<Record, string> address, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(destination, new JsonWriterOptions { Encoder = ContentJson.Options.Encoder });
        json.WriteStartObject();
        json.WriteStartObject("licence");
        json.WriteString("name", heading.LicenceName);
        json.WriteString("url", heading.LicenceUrl);
        json.WriteEndObject();
        json.WritePropertyName("lastChange");
        JsonSerializer.Serialize(json, heading.LastChange, ContentJson.Options);
        json.WriteString("url", heading.Address);
        json.WriteStartArray("items");
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            foreach (var record in page)
                JsonSerializer.Serialize(json, RecordLine.Of(record, address(record)), ContentJson.Options);
            await json.FlushAsync(cancellationToken);
            await destination.FlushAsync(cancellationToken);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
        await destination.FlushAsync(cancellationToken);
    }

    /// <summary>What <c>load</c> reads again.</summary>
    public static async Task WriteLinesAsync(PipeWriter destination, IAsyncEnumerable<IReadOnlyList<Record>> pages, Func<Record, string> address, CancellationToken cancellationToken)
    {
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            foreach (var record in page)
            {
                destination.Write(JsonSerializer.SerializeToUtf8Bytes(RecordLine.Of(record, address(record)), ContentJson.Options));
                destination.Write("\n"u8);
            }
            await destination.FlushAsync(cancellationToken);
        }
    }
}
