using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using CooperationRegistry.Data.Exchange.Tables;
using CooperationRegistry.Domain.Rules;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace CooperationRegistry.Data.Importing;

/// <summary>Reads the first sheet of an Excel workbook (.xlsx). Values as Excel computed them last; nothing is computed here.</summary>
internal static class WorkbookLines
{
    /// <summary>Megabytes of a part of the package, unpacked.</summary>
    private const long LargestPart = 512;

    /// <summary>Megabytes of the table of texts, which is held in memory.</summary>
    private const long LargestTexts = 96;

    private const int MostParts = 1000;
    private const int MostColumns = 200;

    private static readonly string[] Errors = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"];

    // The reader names an old code page in its settings, and is not made without it.
    static WorkbookLines() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="RefusedException">It is no workbook, or too large unpacked.</exception>
    public static async IAsyncEnumerable<FileLine> ReadAsync(FileStream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await MeasureAsync(file, cancellationToken);
        file.Position = 0;
        using var workbook = Open(file);
        var rows = Math.Max(1, Known(() => workbook.RowCount));
        for (var number = 1; ; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Known(workbook.Read))
                yield break;
            var cells = Enumerable.Range(0, Math.Min(workbook.FieldCount, MostColumns)).Select(i => Text(workbook.GetValue(i))).ToList();
            var used = cells.FindLastIndex(c => c.Length > 0) + 1;
            if (used == 0)
                continue;
            var error = cells.Find(c => Errors.Contains(c));
            yield return new FileLine(number, cells[..used], null, error is null ? null : Problem.At("", Rule.FormulaCell, error), Math.Min(1, (double)number / rows));
        }
    }

    // A small file can hold a large one: everything is unpacked once, and counted, before the reader sees any of it.
    private static async Task MeasureAsync(FileStream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        try
        {
            using var package = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (package.Entries.Count > MostParts || package.GetEntry("[Content_Types].xml") is null)
                throw NotWorkbook();
            foreach (var part in package.Entries)
            {
                var largest = part.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) ? LargestTexts : LargestPart;
                await using var unpacked = new Counted(await part.OpenAsync(cancellationToken), largest);
                if (part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
                    await ReadTextsAsync(unpacked);
                else
                    await unpacked.CopyToAsync(Stream.Null, cancellationToken);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or NotSupportedException)
        {
            throw NotWorkbook();
        }
    }

    private static async Task ReadTextsAsync(Stream part)
    {
        using var xml = XmlReader.Create(part, new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var piece = new char[4096];
        while (await xml.ReadAsync())
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA))
                continue;
            for (var length = 0; await xml.ReadValueChunkAsync(piece, 0, piece.Length) is > 0 and var read;)
            {
                if ((length += read) > FileLimits.Cell)
                    throw new RefusedException([Problem.At("", Rule.CellTooLong, null, FileLimits.Cell.ToString(CultureInfo.InvariantCulture))]);
            }
        }
    }

    private static IExcelDataReader Open(FileStream file) => Known(() => ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true }));

    private static T Known<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is ExcelReaderException or XmlException or InvalidDataException or FormatException or ArgumentException or InvalidOperationException or NullReferenceException or KeyNotFoundException or OverflowException or IndexOutOfRangeException)
        {
            throw NotWorkbook();
        }
    }

    private static RefusedException NotWorkbook() => new([Problem.At("", Rule.NotWorkbook)]);

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            string text => text,
            DateTime { TimeOfDay.Ticks: 0 } day => CellText.Of(DateOnly.FromDateTime(day)),
            DateTime time => CellText.Of(new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc))),
            // What was typed, not the nearest binary number.
            double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString("0.############", CultureInfo.InvariantCulture),
            _ => CellText.Of(value),
        };

    private sealed class Counted(Stream inner, long megabytes) : Stream
    {
        private long left = megabytes * 1024 * 1024;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Count(await inner.ReadAsync(buffer, cancellationToken));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }

        private int Count(int read) =>
            (left -= read) >= 0 ? read : throw new RefusedException([Problem.At("", Rule.FileTooLarge, null, megabytes.ToString(CultureInfo.InvariantCulture))]);
    }
}
