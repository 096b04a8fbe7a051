using System.Text.Json;
using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;

namespace CooperationRegistry.Web.Tests;

/// <summary>The smallest contents that hold to the rules; a test sets the one thing that it is about.</summary>
public static class TestData
{
    public static CityContent City(string name, string country = "CN", string? parent = null) =>
        new()
        {
            Names = [new CityName { Key = "n1", Text = name, Language = "en", Kind = CityNameKind.Official }],
            Kind = CityKind.City,
            Country = country,
            ParentCity = parent,
        };

    public static PartnerContent Partner(string name, PartnerKind kind = PartnerKind.Company, string country = "CN", string? seat = null) =>
        new()
        {
            Names = [new PartnerName { Key = "n1", Text = name, Language = "en", Kind = PartnerNameKind.Official }],
            Kind = kind,
            Country = country,
            Seat = seat,
        };

    public static SourceContent Source(string title) => new() { Title = LocalizedText.En(title), Publisher = "A newspaper" };

    public static AgreementContent Agreement(string title, params Party[] parties) =>
        new()
        {
            Title = LocalizedText.En(title),
            Evidence = Evidence.Reported,
            Parties = [.. parties],
            Events = [Event("e1", EventKind.Signed, null)],
        };

    public static Party CityParty(string key, string city) => new() { Key = key, City = city };

    public static Party PartnerParty(string key, string partner) => new() { Key = key, Partner = partner };

    public static AgreementEvent Event(string key, EventKind kind, string? date) =>
        new() { Key = key, Kind = kind, Date = date is null ? null : new EdtfDate(date) };

    public static ProjectContent Project(string title, params string[] agreements) =>
        new()
        {
            Title = LocalizedText.En(title),
            Place = LocalizedText.En("By the river"),
            Agreements = [.. agreements.Select((id, i) => new ProjectAgreement { Key = $"a{i + 1}", Agreement = id })],
        };

    /// <summary>A record as a file carries it.</summary>
    public static string Line(string id, RecordContent content) =>
        JsonSerializer.Serialize(
            new RecordLine(content.Record, id, JsonSerializer.SerializeToElement(content, content.GetType(), ContentJson.Options)),
            ContentJson.Options);
}
