using CooperationRegistry.Domain.Agreements;
using Microsoft.Extensions.Localization;

namespace CooperationRegistry.Web.Components.Workspace.Editing;

/// <summary>What a source may support, in words: <c>parties/p1</c> is "Party: Datong".</summary>
public sealed class FactNames(IStringLocalizer<WorkspaceTexts> texts, Words words, FieldNames fields)
{
    public string Of(string path, AgreementContent agreement, Func<string?, string> nameOfRecord)
    {
        var parts = path.Split('/');
        if (texts[$"Fact_{parts[0]}", Item(parts, agreement, nameOfRecord)] is not { ResourceNotFound: false } fact)
            return fields.Of(path);
        return parts.Length > 2 ? $"{fact.Value}, {fields.Of(path)}" : fact.Value;
    }

    private string Item(string[] parts, AgreementContent agreement, Func<string?, string> nameOfRecord) =>
        parts switch
        {
            ["parties", var key, ..] when agreement.Parties.Find(p => p.Key == key) is { } party => nameOfRecord(party.City ?? party.Partner),
            ["signatures", var key, ..] => agreement.Signatures.Find(s => s.Key == key)?.Person ?? texts["Unnamed"],
            ["events", var key, ..] when agreement.Events.Find(e => e.Key == key) is { } item => words.Label(item.Kind),
            ["commitments", var key, ..] => words.Text(agreement.Commitments.Find(c => c.Key == key)?.Text).Text,
            [_, var key, ..] => key,
            _ => "",
        };
}
