using System.Net;
using CooperationRegistry.Web.Security;
using CooperationRegistry.Web.Tests.Site;

namespace CooperationRegistry.Web.Tests.Accounts;

/// <summary>What one address may send to the account pages, on a site that mails nothing.</summary>
public sealed class AccountLimitTests(RegistrySite site) : IClassFixture<RegistrySite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tries_beyond_the_limit_are_answered_429_in_words_while_pages_still_open()
    {
        HttpStatusCode status;
        var tries = 0;
        do
        {
            using var answer = await PostAsync();
            status = answer.StatusCode;
            if (status == HttpStatusCode.TooManyRequests)
            {
                Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
                var page = await answer.Content.ReadAsStringAsync(Token);
                Assert.Contains("<h1>Too many tries</h1>", page, StringComparison.Ordinal);
                Assert.Contains("Wait a minute", page, StringComparison.Ordinal);
            }
        }
        while (status != HttpStatusCode.TooManyRequests && ++tries < AccountLimit.Tries * 3);
        Assert.True(tries >= AccountLimit.Tries);
        Assert.Equal(HttpStatusCode.TooManyRequests, status);

        using var form = await site.Client.GetAsync(new Uri("/account/sign-in", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
    }

    [Fact]
    public async Task Forgotten_password_without_a_mail_server_names_the_administrator()
    {
        using var person = new Visitor(site);
        await person.OpenAsync("/account/sign-in");
        await person.OpenAsync(person.Page.QuerySelector("main a")!.GetAttribute("href")!);
        Assert.Null(person.Page.QuerySelector("form"));
        Assert.Contains("Ask its administrator", person.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PostAsync()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Form.Email", "a@example.org")]);
        return await site.Client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form, Token);
    }
}
