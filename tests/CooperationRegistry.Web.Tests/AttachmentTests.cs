using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Exchange;
using CooperationRegistry.Data.Sources;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;
using CooperationRegistry.Web.Auth;
using CooperationRegistry.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationRegistry.Web.Tests;

/// <summary>Files from an editor's browser to a reader's.</summary>
public sealed class AttachmentTests(RegistrySite site) : IClassFixture<RegistrySite>
{
    private const string Password = "four words go here";

    private static readonly Uri Upload = new("/workspace/attachments", UriKind.Relative);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_answers_with_the_attachment_as_contents_hold_it()
    {
        using var editor = await SignedInAsync();
        var bytes = TestFiles.Pdf("Uploaded");
        using var answer = await SendAsync(editor.Client, bytes, "谅解备忘录.pdf", "text/html");

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var attachment = JsonSerializer.Deserialize<Attachment>(await answer.Content.ReadAsStringAsync(Token), ContentJson.Options)!;
        Assert.Equal(("谅解备忘录.pdf", "application/pdf", TestFiles.Fingerprint(bytes), bytes.LongLength), (attachment.FileName, attachment.MediaType, attachment.Sha256, attachment.Length));
    }

    [Fact]
    public async Task Upload_of_twenty_megabytes_is_taken()
    {
        using var editor = await SignedInAsync();
        var bytes = TestFiles.Sized(AttachmentStore.Largest);
        using var answer = await SendAsync(editor.Client, bytes, "large.pdf");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(bytes, await editor.Client.GetByteArrayAsync(Address(TestFiles.Fingerprint(bytes), "large.pdf"), Token));
    }

    [Theory]
    [InlineData(AttachmentStore.Largest + 1)]
    [InlineData(21_000_000)]
    [InlineData(21 * 1024 * 1024)]
    [InlineData(60 * 1024 * 1024)]
    public async Task Upload_of_more_is_refused_in_words_after_it_was_sent(int length)
    {
        using var editor = await SignedInAsync();
        using var answer = await SendAsync(editor.Client, TestFiles.Sized(length), "larger.pdf");

        await AssertRefusedAsync(answer, HttpStatusCode.RequestEntityTooLarge, "This file is larger than 20 MB. Scan it at a lower resolution, or attach only the pages that matter.");
    }

    [Theory]
    [InlineData("mou.pdf", "application/pdf", "MZ\u0090\0 This program cannot be run in DOS mode.")]
    [InlineData("mou.png", "image/png", "\u007fELF")]
    [InlineData("mou.pdf", "application/pdf", "<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("mou.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("mou.docx", "application/pdf", "PK\u0003\u0004")]
    public async Task Upload_of_a_disguised_program_page_or_archive_is_refused_in_words(string name, string says, string content)
    {
        using var editor = await SignedInAsync();
        using var answer = await SendAsync(editor.Client, [.. content.Select(c => (byte)c)], name, says);

        await AssertRefusedAsync(answer, HttpStatusCode.UnsupportedMediaType, "What is inside this file is not of a kind that is kept here, whatever its name says. Attach a PDF, or a picture as PNG, JPEG, TIFF or WebP.");
    }

    [Fact]
    public async Task Upload_of_nothing_or_of_two_files_is_refused_in_words()
    {
        using var editor = await SignedInAsync();
        using var empty = await SendAsync(editor.Client, [], "empty.pdf");
        await AssertRefusedAsync(empty, HttpStatusCode.BadRequest, "This file is empty. Choose another file, or save it anew first.");

        using var form = new MultipartFormDataContent { { new StringContent("text"), "note" } };
        using var none = await SendAsync(editor.Client, form);
        await AssertRefusedAsync(none, HttpStatusCode.BadRequest, "This is needed. Fill it in.");

        using var text = new StringContent("text");
        using var plain = await SendAsync(editor.Client, text);
        await AssertRefusedAsync(plain, HttpStatusCode.BadRequest, "This is needed. Fill it in.");

        using var two = new MultipartFormDataContent { { new ByteArrayContent(TestFiles.Png), "file", "a.png" }, { new ByteArrayContent(TestFiles.Png), "file", "b.png" } };
        using var both = await SendAsync(editor.Client, two);
        await AssertRefusedAsync(both, HttpStatusCode.BadRequest, "There are too many entries: 2. Keep at most 1.");
    }

    [Fact]
    public async Task Upload_that_breaks_off_is_refused_in_words()
    {
        using var editor = await SignedInAsync();
        var bytes = TestFiles.Pdf("Broken off");
        using var form = new ByteArrayContent([.. "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"u8, .. bytes]);
        form.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        using var answer = await SendAsync(editor.Client, form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("did not arrive whole", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        await using var db = await site.OpenAsync();
        Assert.False(await db.Files.AnyAsync(f => f.Sha256 == TestFiles.Fingerprint(bytes), Token));
    }

    [Fact]
    public async Task Upload_and_text_for_a_stranger_are_refused()
    {
        using var upload = await SendAsync(site.Client, TestFiles.Png, "a.png");
        using var text = await site.Client.GetAsync(new Uri($"/workspace/attachments/{new string('0', 64)}/text", UriKind.Relative), Token);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (upload.StatusCode, text.StatusCode));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Referer", "https://elsewhere.example/")]
    public async Task Upload_from_another_site_is_refused(string header, string value)
    {
        using var editor = await SignedInAsync();
        using var answer = await SendAsync(editor.Client, TestFiles.Png, "a.png", header: (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Upload_that_names_its_own_origin_is_taken()
    {
        using var editor = await SignedInAsync();
        using var answer = await SendAsync(editor.Client, TestFiles.Png, "a.png", header: ("Origin", editor.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData(RecordKind.Source)]
    [InlineData(RecordKind.Agreement)]
    public async Task Download_is_for_editors_until_a_record_that_holds_the_file_is_published(RecordKind kind)
    {
        var office = await Office.OpenAsync(site);
        var bytes = TestFiles.Pdf($"Of {kind}");
        var file = await site.Services.KeepAsync(bytes, "memorandum.pdf", office.Editor);
        var address = Address(file.Sha256, file.FileName);
        using var editor = await SignedInAsync();
        var draft = await office.SubmitAsync(await HoldingAsync(office, kind, file));

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var request = new HttpRequestMessage(method, address);
            using var stranger = await site.Client.SendAsync(request, Token);
            Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
            Assert.Null(stranger.Headers.ETag);
        }
        using var early = await editor.Client.GetAsync(address, Token);
        Assert.Equal((HttpStatusCode.OK, "no-cache, private"), (early.StatusCode, early.Headers.CacheControl?.ToString()));

        await office.Reviews.PublishAsync(draft.Id, office.Reviewer, null, Token);
        using var open = await site.Client.GetAsync(address, Token);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.Equal(bytes, await open.Content.ReadAsByteArrayAsync(Token));
        Assert.Contains("immutable", open.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.True(open.Headers.CacheControl.Public);
    }

    [Fact]
    public async Task Download_is_a_download_and_nothing_else()
    {
        var file = await PublishedAsync(TestFiles.Pdf("Published"), "scan.pdf");
        using var answer = await site.Client.GetAsync(Address(file.Sha256, "大同 “备忘录”.exe"), Token);

        Assert.Equal("attachment; filename=\"__ _____.pdf\"; filename*=UTF-8''%E5%A4%A7%E5%90%8C%20%E2%80%9C%E5%A4%87%E5%BF%98%E5%BD%95%E2%80%9D.pdf", Assert.Single(answer.Content.Headers.GetValues("Content-Disposition")));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal($"\"{file.Sha256}\"", answer.Headers.ETag?.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("a\r\nSet-Cookie: b=c", "a Set-Cookie_ b=c.pdf")]
    [InlineData("mou\u202Efdp.exe", "moufdp.pdf")]
    [InlineData("...", "attachment.pdf")]
    public async Task Download_under_a_name_that_plays_tricks_has_a_plain_one(string name, string tidy)
    {
        var file = await PublishedAsync(TestFiles.Pdf("Tricked"), "scan.pdf");
        using var answer = await site.Client.GetAsync(Address(file.Sha256, name), Token);

        Assert.Equal(tidy, answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Download_asked_for_by_head_or_known_already_has_no_body()
    {
        var bytes = TestFiles.Pdf("Known");
        var file = await PublishedAsync(bytes, "scan.pdf");
        using var head = await AskAsync(HttpMethod.Head, file, null);
        using var known = await AskAsync(HttpMethod.Get, file, $"\"{file.Sha256}\"");
        using var weak = await AskAsync(HttpMethod.Get, file, $"\"other\", W/\"{file.Sha256}\"");
        using var any = await AskAsync(HttpMethod.Get, file, "*");
        using var other = await AskAsync(HttpMethod.Get, file, "\"other\"");

        Assert.Equal((HttpStatusCode.OK, bytes.LongLength), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Token));
        Assert.All([known, weak, any], answer => Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode));
        Assert.Equal($"\"{file.Sha256}\"", known.Headers.ETag?.ToString());
        Assert.Equal(bytes, await other.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task Page_of_a_source_links_its_file()
    {
        var office = await Office.OpenAsync(site);
        var bytes = TestFiles.Pdf("Linked");
        var file = await site.Services.KeepAsync(bytes, "大同 & Co.pdf", office.Editor);
        var source = await office.PublishAsync(await HoldingAsync(office, RecordKind.Source, file));
        var page = await site.PageAsync($"/sources/{source.Id}");

        var link = page.QuerySelector("a[download]")!;
        Assert.Equal("大同 & Co.pdf", link.TextContent);
        Assert.Contains("(PDF, ", link.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains(file.Sha256, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(bytes, await site.Client.GetByteArrayAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative), Token));
    }

    [Fact]
    public async Task Text_of_a_file_is_told_to_editors()
    {
        using var editor = await SignedInAsync();
        var office = await Office.OpenAsync(site);
        var file = await site.Services.KeepAsync(TestFiles.Pdf("First", "Second"), "a.pdf", office.Editor);

        Assert.Equal("""{"extent":"whole","pages":[{"page":1,"text":"First"},{"page":2,"text":"Second"}]}""", await editor.Client.GetStringAsync(new Uri($"/workspace/attachments/{file.Sha256}/text", UriKind.Relative), Token));
        using var unknown = await editor.Client.GetAsync(new Uri($"/workspace/attachments/{new string('0', 64)}/text", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Content_with_a_file_that_is_not_kept_is_refused_by_every_door()
    {
        var office = await Office.OpenAsync(site);
        var unknown = new Attachment { FileName = "a.pdf", MediaType = "application/pdf", Sha256 = new string('0', 64), Length = 5 };
        var content = await HoldingAsync(office, RecordKind.Agreement, unknown);

        var submitted = Assert.Single((await Assert.ThrowsAsync<RefusedException>(() => office.SubmitAsync(content))).Problems);
        var loaded = Assert.Single((await Assert.ThrowsAsync<FileRefusedException>(() => site.LoadAsync(TestData.Line("CR-000999", content)))).Problems).Problem;

        Assert.Equal(("attachments/a1/sha256", Rule.UnknownAttachment, new string('0', 64)), (submitted.Path, submitted.Rule, submitted.Value));
        Assert.Equal(submitted.ToString(), loaded.ToString());
        Assert.Equal("Upload the file first, then attach it.", loaded.Mend(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Content_that_says_something_else_of_a_file_than_is_kept_is_refused()
    {
        var office = await Office.OpenAsync(site);
        var file = await site.Services.KeepAsync(TestFiles.Png, "a.png", office.Editor);
        (file.MediaType, file.Length) = ("image/jpeg", 5);
        var problems = (await Assert.ThrowsAsync<RefusedException>(async () => await office.SubmitAsync(await HoldingAsync(office, RecordKind.Source, file)))).Problems;

        Assert.Equal([("attachment/mediaType", "image/png"), ("attachment/length", $"{TestFiles.Png.Length}")], problems.Select(p => (p.Path, p.Arguments[0])));
        Assert.All(problems, p => Assert.Equal(Rule.AttachmentDiffers, p.Rule));
    }

    private static Uri Address(string sha256, string fileName) => new($"/attachments/{sha256}/{Uri.EscapeDataString(fileName)}", UriKind.Relative);

    private static async Task<RecordContent> HoldingAsync(Office office, RecordKind kind, Attachment file)
    {
        file.Key = "a1";
        if (kind == RecordKind.Source)
            return new SourceContent { Title = LocalizedText.En("The text itself"), Attachment = file };
        var city = await office.PublishAsync(TestData.City($"City {Guid.NewGuid():N}"));
        var agreement = TestData.Agreement("Memorandum", TestData.CityParty("p1", city.Id));
        agreement.Attachments = [file];
        return agreement;
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string sentence)
    {
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = (await answer.Content.ReadFromJsonAsync<JsonElement>(Token))!;
        Assert.Equal(sentence, problem.GetProperty("detail").GetString());
        Assert.Equal(sentence, problem.GetProperty("errors").GetProperty("file")[0].GetString());
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, byte[] bytes, string name, string says = "application/pdf", (string Name, string Value)? header = null)
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(bytes);
        file.Headers.TryAddWithoutValidation("Content-Type", says);
        form.Add(file, "file", name);
        return await SendAsync(client, form, header);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpContent form, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Upload) { Content = form };
        request.Headers.TryAddWithoutValidation(header?.Name ?? "Sec-Fetch-Site", header?.Value ?? "same-origin");
        return await client.SendAsync(request, Token);
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, Attachment file, string? known)
    {
        using var request = new HttpRequestMessage(method, Address(file.Sha256, file.FileName));
        if (known is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return await site.Client.SendAsync(request, Token);
    }

    private async Task<Attachment> PublishedAsync(byte[] bytes, string name)
    {
        var office = await Office.OpenAsync(site);
        var file = await site.Services.KeepAsync(bytes, name, office.Editor);
        await office.PublishAsync(await HoldingAsync(office, RecordKind.Source, file));
        return file;
    }

    private async Task<Visitor> SignedInAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var link = (await scope.ServiceProvider.GetRequiredService<UserAdmin>().AddAsync($"{Guid.NewGuid():N}@example.org", RoleName.Editor, "test", Token))!;
        var person = new Visitor(site);
        await person.SubmitAsync(link, ("Form.Password", Password), ("Form.PasswordAgain", Password));
        return person;
    }
}
