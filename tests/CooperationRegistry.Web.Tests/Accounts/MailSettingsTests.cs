using CooperationRegistry.Web.Tests.Site;
using Microsoft.Extensions.Options;

namespace CooperationRegistry.Web.Tests.Accounts;

public sealed class MailSettingsTests(TestCluster cluster)
{
    [Theory]
    [InlineData("needs Mail__From", "Mail:Host=127.0.0.1", "PublicUrl=https://registry.example.org")]
    [InlineData("needs PublicUrl", "Mail:Host=127.0.0.1", "Mail:From=registry@example.org")]
    [InlineData("not an e-mail address", "Mail:From=registry")]
    [InlineData("go together", "Mail:User=registry")]
    [InlineData("in the clear", "Mail:User=registry", "Mail:Password=secret", "Mail:Tls=None")]
    [InlineData("between 1 and 65535", "Mail:Port=0")]
    public async Task Settings_of_mail_that_cannot_work_stop_the_start_in_words(string says, params string[] settings)
    {
        await using var site = new Misset(cluster, settings.Select(s => s.Split('=', 2)).ToDictionary(s => s[0], string? (s) => s[1]));
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(async () => await site.InitializeAsync());
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    private sealed class Misset(TestCluster cluster, Dictionary<string, string?> settings) : RegistrySite(cluster)
    {
        protected override Dictionary<string, string?> Settings => settings;
    }
}
