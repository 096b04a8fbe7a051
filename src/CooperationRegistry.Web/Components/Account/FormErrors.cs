using Microsoft.AspNetCore.Identity;

namespace CooperationRegistry.Web.Components.Account;

/// <summary>What is wrong with a posted form: the id of the field, and what to do.</summary>
public sealed class FormErrors : List<(string Field, string Message)>
{
    public string? Of(string field) => this.Where(e => e.Field == field).Select(e => e.Message).FirstOrDefault();

    public void Add(string field, string message) => Add((field, message));

    public void AddRange(IEnumerable<IdentityError> errors) =>
        AddRange(errors.Select(e => (e.Code.EndsWith("Email", StringComparison.Ordinal) ? "email" : "password", e.Description)));
}
