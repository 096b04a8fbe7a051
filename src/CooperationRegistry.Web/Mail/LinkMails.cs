using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Web.Options;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Mail;

/// <summary>Letters that carry a one-time link, in the language of whoever asked for them.</summary>
public sealed class LinkMails(Mailer mailer, RegistryOptions options, IStringLocalizer<AccountTexts> texts)
{
    public bool AreSent => mailer.IsSet;

    /// <param name="purpose">What the link is for.</param>
    /// <param name="email">Whose account it opens.</param>
    /// <param name="path">The link from its first slash.</param>
    /// <returns>Whether the mail server took it.</returns>
    public Task<bool> SendAsync(LinkPurpose purpose, string email, string path, CancellationToken cancellationToken) =>
        mailer.SendAsync(
            email,
            texts[$"Mail_{purpose}_Subject"],
            texts[$"Mail_{purpose}_Text", email, options.PublicUrl?.TrimEnd('/') + path],
            cancellationToken);
}
