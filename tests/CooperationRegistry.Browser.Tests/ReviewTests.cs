using System.Text;
using System.Text.RegularExpressions;
using CooperationRegistry.Browser.Tests.Site;
using Microsoft.Playwright;

namespace CooperationRegistry.Browser.Tests;

/// <summary>An editor and a reviewer, each in a browser of their own, over one registry.</summary>
public sealed class ReviewTests(Chromium chromium, ReviewTests.TwoPeople office) : IClassFixture<Chromium>, IClassFixture<ReviewTests.TwoPeople>
{
    [Fact]
    public async Task Proposal_is_returned_with_a_note_on_a_field_mended_and_published()
    {
        var (editor, reviewer) = await office.OpenAsync(chromium);
        await SubmitTitleAsync(editor, "CR-000004", "Copenhgen and Beijing");

        await reviewer.GotoAsync("/workspace/review");
        var line = reviewer.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "CR-000004" });
        await Assertions.Expect(line).ToContainTextAsync("1 change");
        await line.GetByRole(AriaRole.Link).ClickAsync();
        var change = reviewer.GetByRole(AriaRole.Row).Filter(new() { HasText = "Copenhgen" });
        await Assertions.Expect(change.Locator("ins")).ToContainTextAsync(["Copenhgen"]);
        await Assertions.Expect(reviewer.Locator(".review-beside")).ToContainTextAsync("Facts without a source");
        await change.GetByText("Note for the editor").ClickAsync();
        await change.GetByRole(AriaRole.Textbox).FillAsync("A letter is missing in Copenhagen.");
        await LookAsync(reviewer, "review");
        // What a reviewer types outlives a reload too.
        await reviewer.ReloadAsync();
        await Assertions.Expect(change.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("A letter is missing in Copenhagen.");
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "Return with the note on a field" }).ClickAsync();
        await Assertions.Expect(reviewer.GetByText("Returned to its author with your note.")).ToBeVisibleAsync();

        await editor.GotoAsync("/workspace");
        await editor.GetByRole(AriaRole.Link, new() { Name = "Copenhgen and Beijing", Exact = true }).ClickAsync();
        await Assertions.Expect(editor.Locator("#returned")).ToContainTextAsync("A letter is missing in Copenhagen.");
        await Assertions.Expect(editor.Locator(".field").Filter(new() { Has = editor.GetByLabel("Title", new() { Exact = true }) }).Locator(".note-here")).ToContainTextAsync("A letter is missing");
        await editor.GetByLabel("Title", new() { Exact = true }).FillAsync("Copenhagen and Beijing");
        await SubmitAsync(editor);

        await reviewer.GotoAsync("/workspace/review");
        await reviewer.GetByRole(AriaRole.Link, new() { Name = "Copenhagen and Beijing" }).ClickAsync();
        await Assertions.Expect(reviewer.GetByText("Noted before: A letter is missing in Copenhagen.")).ToBeVisibleAsync();
        await PublishAsync(reviewer);
        await Assertions.Expect(await ReadAsync("/agreements/CR-000004")).ToContainTextAsync("Copenhagen and Beijing");

        await reviewer.GotoAsync("/agreements/CR-000004/history?from=1&to=2");
        await Assertions.Expect(reviewer.GetByRole(AriaRole.Row).Filter(new() { HasText = "Memorandum of understanding" }).Locator("del").First).ToBeVisibleAsync();
        await LookAsync(reviewer, "comparison");
        await reviewer.GotoAsync("/agreements/CR-000004?revision=1");
        await LookAsync(reviewer, "revision");
    }

    [Fact]
    public async Task File_is_checked_handed_in_and_published_as_one()
    {
        var (editor, reviewer) = await office.OpenAsync(chromium);
        await editor.GotoAsync("/workspace/imports");
        await LookAsync(editor, "imports");
        await editor.GetByLabel("File").SetInputFilesAsync(new FilePayload
        {
            Name = "agreements.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes("Name of it;签署日期;类别;城市\nAgreement on river turbines;2020-05;合同;大同市\nAgreement on tidal gates;some day;合同;东营\n"),
        });
        await editor.GetByRole(AriaRole.Button, new() { Name = "Check the file" }).ClickAsync();
        await editor.GetByLabel("Name of it").SelectOptionAsync("title");
        await LookAsync(editor, "import-columns");
        await editor.GetByRole(AriaRole.Button, new() { Name = "Check the file" }).ClickAsync();
        await Assertions.Expect(editor.GetByRole(AriaRole.Row).Filter(new() { HasText = "some day" })).ToContainTextAsync("This date cannot be read");
        await LookAsync(editor, "import-checked");
        var refused = await editor.RunAndWaitForDownloadAsync(() => editor.GetByText("Download the refused lines (1)").ClickAsync());
        Assert.Contains("Agreement on tidal gates", await File.ReadAllTextAsync((await refused.PathAsync())!, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await editor.GetByRole(AriaRole.Button, new() { Name = "Hand in for review" }).ClickAsync();
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync("waiting for review");

        await reviewer.GotoAsync("/workspace/review");
        await reviewer.GetByRole(AriaRole.Link, new() { Name = "agreements.csv" }).ClickAsync();
        await reviewer.GetByText("Show").First.ClickAsync();
        await Assertions.Expect(reviewer.Locator("main")).ToContainTextAsync("2020-05");
        await LookAsync(reviewer, "import-review");
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "Publish one line" }).ClickAsync();
        await Assertions.Expect(reviewer.Locator("main")).ToContainTextAsync("revision 1", new() { Timeout = 30_000 });
        await Assertions.Expect(await ReadAsync("/agreements?q=river+turbines")).ToContainTextAsync("Agreement on river turbines");
    }

    [Fact]
    public async Task Two_changes_of_one_place_are_shown_beside_each_other_chosen_and_published()
    {
        var (editor, reviewer) = await office.OpenAsync(chromium);
        await SubmitTitleAsync(editor, "CR-000001", "The editor's title");
        var proposal = await ProposalOfAsync(reviewer, "CR-000001");
        await reviewer.GotoAsync("/workspace/agreements/CR-000001/edit");
        await reviewer.Locator("#f-instrumentAsPrinted").FillAsync("Pact of the reviewer");
        await SubmitTitleAsync(reviewer, null, "The reviewer's title");
        await reviewer.GotoAsync("/workspace/review");
        await reviewer.GetByRole(AriaRole.Link, new() { Name = "The reviewer's title" }).ClickAsync();
        await PublishAsync(reviewer);

        await reviewer.GotoAsync(proposal);
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Assertions.Expect(reviewer.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Compare both, and merge them." })).ToBeVisibleAsync();
        await reviewer.GetByRole(AriaRole.Link, new() { Name = "Compare and merge" }).ClickAsync();
        var merge = reviewer.GetByRole(AriaRole.Button, new() { Name = "Merge and go on" });
        await merge.ClickAsync();
        await Assertions.Expect(reviewer.GetByText("Choose one side wherever both changed the same.")).ToBeVisibleAsync();
        var place = reviewer.GetByRole(AriaRole.Group, new() { Name = "Title" });
        await Assertions.Expect(place).ToContainTextAsync("The editor's title");
        await Assertions.Expect(place).ToContainTextAsync("The reviewer's title");
        await LookAsync(reviewer, "merge");
        await place.GetByLabel("Keep the proposal").CheckAsync();
        await merge.ClickAsync();

        await reviewer.WaitForURLAsync("**" + proposal);
        await PublishAsync(reviewer);
        var page = await ReadAsync("/agreements/CR-000001");
        await Assertions.Expect(page).ToContainTextAsync("The editor's title");
        await Assertions.Expect(page).ToContainTextAsync("Pact of the reviewer");
    }

    [Fact]
    public async Task Record_is_withdrawn_with_a_reason_and_one_of_its_revisions_brought_back()
    {
        var (_, reviewer) = await office.OpenAsync(chromium);
        await reviewer.GotoAsync("/workspace/capacity/CS-000001/edit");
        await reviewer.GetByRole(AriaRole.Link, new() { Name = "Withdraw this record" }).ClickAsync();
        await reviewer.GetByLabel("Why is it withdrawn?").FillAsync("Counted twice.");
        await LookAsync(reviewer, "withdraw");
        await reviewer.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Withdraw revision 1 of ") }).ClickAsync();
        await Assertions.Expect(reviewer.GetByRole(AriaRole.Status).Filter(new() { HasText = "was withdrawn." })).ToBeVisibleAsync();

        Assert.Equal(410, (await reviewer.GotoAsync("/capacity/CS-000001"))!.Status);
        await Assertions.Expect(reviewer.Locator("main")).ToContainTextAsync("Counted twice.");
        await LookAsync(reviewer, "tombstone");
        await reviewer.Locator("main").GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await LookAsync(reviewer, "history");
        await reviewer.GetByRole(AriaRole.Link, new() { Name = "Bring revision 1 back" }).ClickAsync();
        await Assertions.Expect(reviewer.GetByText("Brings back revision 1.")).ToBeVisibleAsync();
        await SubmitAsync(reviewer);
        await reviewer.GotoAsync(await ProposalOfAsync(reviewer, "CS-000001"));
        await Assertions.Expect(reviewer.GetByText("Publishing this brings it back.")).ToBeVisibleAsync();
        await PublishAsync(reviewer);

        await Assertions.Expect(await ReadAsync("/capacity/CS-000001")).ToContainTextAsync("Revision 2");
    }

    private static async Task LookAsync(IPage page, string name)
    {
        await page.PictureAsync(name);
        Assert.Empty(await page.ViolationsAsync(name));
    }

    private static async Task SubmitTitleAsync(IPage page, string? id, string title)
    {
        if (id is not null)
            await page.GotoAsync($"/workspace/agreements/{id}/edit");
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync(title);
        await SubmitAsync(page);
    }

    private static async Task SubmitAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.GetByText("Submitted. A reviewer checks it")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    private static async Task PublishAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(new Regex("done="));
    }

    private static async Task<string> ProposalOfAsync(IPage page, string id)
    {
        await page.GotoAsync("/workspace/review");
        return (await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = id }).GetByRole(AriaRole.Link).GetAttributeAsync("href"))!;
    }

    private async Task<ILocator> ReadAsync(string address)
    {
        var reader = await chromium.OpenAsync(office.Address, script: false);
        await reader.GotoAsync(address);
        return reader.Locator("main");
    }

    /// <summary>A registry with the sample, an editor and an administrator who reviews.</summary>
    public sealed class TwoPeople : IAsyncLifetime
    {
        private readonly RunningRegistry running = new();
        private (IPage Editor, IPage Reviewer)? people;

        public Uri Address => running.Address;

        public async ValueTask InitializeAsync() => await running.StartAsync();

        public async Task<(IPage Editor, IPage Reviewer)> OpenAsync(Chromium chromium)
        {
            if (people is null)
            {
                var (editor, reviewer) = (await chromium.OpenAsync(Address), await chromium.OpenAsync(Address));
                await Person.SetUpAsync(reviewer, running.SetUpLink!);
                await Person.AcceptAsync(editor, await running.InviteAsync("edith@example.org", "Editor"));
                people = (editor, reviewer);
            }
            return people.Value;
        }

        public ValueTask DisposeAsync() => running.DisposeAsync();
    }
}
