using System.ComponentModel.DataAnnotations;

namespace CooperationRegistry.Web.Options;

public enum MailTls
{
    /// <summary>In the clear; for a server on the same machine.</summary>
    None,

    /// <summary>Plain at first, then TLS or nothing; the way of port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte; the way of port 465.</summary>
    Implicit,
}

/// <summary>The server that takes the registry's mail. Without a host none is sent.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    public string? Host { get; init; }

    [Range(1, 65535, ErrorMessage = "The setting Mail__Port is not between 1 and 65535.")]
    public int Port { get; init; } = 587;

    /// <summary>The sender's address.</summary>
    [EmailAddress(ErrorMessage = "The setting Mail__From is not an e-mail address.")]
    public string? From { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    public MailTls Tls { get; init; } = MailTls.StartTls;

    public bool IsSet => !string.IsNullOrEmpty(Host);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsSet && string.IsNullOrEmpty(From))
            yield return new ValidationResult("The setting Mail__Host needs Mail__From, the sender's address.");
        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
            yield return new ValidationResult("The settings Mail__User and Mail__Password go together.");
        if (!string.IsNullOrEmpty(Password) && Tls == MailTls.None)
            yield return new ValidationResult("Mail__Password would be sent in the clear: set Mail__Tls to StartTls or Implicit.");
    }
}
