using CooperationRegistry.Domain;
using CooperationRegistry.Web.Api;
using CooperationRegistry.Web.Tests.Filling;
using CooperationRegistry.Web.Tests.Importing;

namespace CooperationRegistry.Web.Tests.Exchange;

/// <summary>What was downloaded and is handed in again says nothing new: the columns of the files are those that an import reads.</summary>
[Collection(nameof(FilledSite))]
public sealed class HandedBackTests(FilledSite site)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<RecordKind, string> Files =>
        [.. Enum.GetValues<RecordKind>().SelectMany(k => new[] { FileFormat.Csv.Of(k), FileFormat.Csv.Of(k) + "?bom=1", FileFormat.Xlsx.Of(k), FileFormat.JsonLines.Of(k) }.Select(f => (k, f)))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_as_downloaded_changes_nothing(RecordKind kind, string address)
    {
        var import = await new ImportOffice(site, site.Office).CheckAsync(await site.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative), Token), kind);
        var wrong = await new ImportOffice(site, site.Office).LinesAsync(import, Domain.Importing.ImportOutcome.Refused);
        Assert.True(ImportOffice.Counts(import) is (0, 0, > 0, 0), $"{ImportOffice.Counts(import)} {string.Join('\n', wrong.Take(3).Select(l => l.Problems))}");
    }
}
