using System.Security.Cryptography;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Rules;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Tests.Workspace;

/// <summary>One thing that a person can do wrong in a form, and where it is to be said.</summary>
internal sealed record FormFault(string Name, Rule Rule, string Path, RecordKind Kind, Action<Draft> Make)
{
    /// <summary>The published record that is edited; null for a new one.</summary>
    public string? RecordId { get; init; }

    /// <summary>Rules that cannot but break along with it.</summary>
    public Rule[] Along { get; init; } = [];

    /// <summary>Opened again, the form offers what is missing.</summary>
    public bool IsMendedByOpening { get; init; }

    public static FormFault Agreement(string name, Rule rule, string path, Action<AgreementContent> make) => Of(name, rule, path, RecordKind.Agreement, make);

    public static FormFault City(string name, Rule rule, string path, Action<CityContent> make) => Of(name, rule, path, RecordKind.City, make);

    public static FormFault Partner(string name, Rule rule, string path, Action<PartnerContent> make) => Of(name, rule, path, RecordKind.Partner, make);

    public static FormFault Project(string name, Rule rule, string path, Action<ProjectContent> make) => Of(name, rule, path, RecordKind.Project, make);

    public static FormFault Stat(string name, Rule rule, string path, Action<CapacityStatContent> make) => Of(name, rule, path, RecordKind.CapacityStat, make);

    public static FormFault Source(string name, Rule rule, string path, Action<SourceContent> make) => Of(name, rule, path, RecordKind.Source, make);

    /// <summary>Something typed into a box that is no value.</summary>
    public static FormFault Typed<TContent>(string name, string path, string typed, Action<TContent>? addRow = null)
        where TContent : RecordContent, new() =>
        new(name, Rule.NotRead, path, new TContent().Record, draft =>
        {
            addRow?.Invoke((TContent)draft.Content);
            draft.Unread[path] = typed;
        });

    /// <summary>In a record made on the way, which a party of the agreement names; a source is cited by the agreement.</summary>
    public static FormFault Made<TContent>(string name, Rule rule, string path, TContent made, Action<TContent> make)
        where TContent : RecordContent =>
        new(name, rule, "~1/" + path, RecordKind.Agreement, draft =>
        {
            make(made);
            draft.Companions.Add(new Companion { Id = "~1", Content = made });
            var agreement = (AgreementContent)draft.Content;
            if (made is SourceContent)
                agreement.Citations.Add(new Citation { Key = "ci2", Source = "~1", Supports = ["title"] });
            else
                agreement.Parties.Add(new Party { Key = "p3", City = made is CityContent ? "~1" : null, Partner = made is PartnerContent ? "~1" : null });
        });

    /// <summary>A content of the kind that holds to the rules and cites a source for its first fact.</summary>
    public static RecordContent Sound(RecordKind kind)
    {
        var content = (RecordContent)(kind switch
        {
            RecordKind.Agreement => TestData.Agreement("A memorandum", TestData.CityParty("p1", "cn-datong"), TestData.PartnerParty("p2", "catl")),
            RecordKind.City => TestData.City("Ulm", "DE"),
            RecordKind.Partner => TestData.Partner("Stadtwerke Ulm", country: "DE"),
            RecordKind.Project => TestData.Project("A park"),
            RecordKind.CapacityStat => new CapacityStatContent { City = "cn-datong", Quantity = Megawatts(7_000) },
            _ => TestData.Source("A report"),
        });
        return content is CitedContent cited ? Cited(cited) : content;
    }

    /// <summary>With a source for its first fact.</summary>
    public static CitedContent Cited(CitedContent content)
    {
        content.Citations.Add(new Citation { Key = "ci1", Source = "SR-000001", Supports = [Facts.Of(content).First()] });
        return content;
    }

    public static Quantity Megawatts(decimal amount) => new() { Amount = amount, Unit = Unit.Megawatt };

    public static Money Yuan(decimal amount) => new() { Amount = amount, Currency = "CNY" };

    /// <summary>A file that is kept, but for what is set.</summary>
    public static Attachment Scan(Action<Attachment> set)
    {
        var file = new Attachment { Key = "a1", FileName = "scan.png", MediaType = "image/png", Sha256 = Convert.ToHexStringLower(SHA256.HashData(TestFiles.Png)), Length = TestFiles.Png.Length };
        set(file);
        return file;
    }

    public override string ToString() => Name;

    private static FormFault Of<TContent>(string name, Rule rule, string path, RecordKind kind, Action<TContent> make)
        where TContent : RecordContent => new(name, rule, path, kind, draft => make((TContent)draft.Content));
}
