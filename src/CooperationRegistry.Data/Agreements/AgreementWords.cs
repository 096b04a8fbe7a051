using CooperationRegistry.Data.Search;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace CooperationRegistry.Data.Agreements;

/// <summary>
/// What search reads of a published agreement; a table of its own, so that lists need not read it. Of the agreement's row it has what the order and the
/// counts of a search are made of, so that a search reads the rows of one page and not of all that it finds.
/// </summary>
public sealed class AgreementWords
{
    public string AgreementId { get; set; } = "";

    /// <summary>As <see cref="AgreementListing.Number"/>; made by the database.</summary>
    public long Number { get; private set; }

    /// <summary>As <see cref="AgreementListing.SignedFalling"/>.</summary>
    public DateOnly SignedFalling { get; set; }

    /// <summary>As <see cref="AgreementListing.Facets"/>.</summary>
    public List<string> Facets { get; set; } = [];

    /// <summary>All that a reader may look for, in every language and script the record has: a line each, as written.</summary>
    public string Text { get; set; } = "";

    /// <summary>The same as <see cref="Lexemes"/> takes it apart, in four lines by what a match there is worth.</summary>
    public string Tokens { get; set; } = "";

    /// <summary>Made of <see cref="Tokens"/> by the database.</summary>
    public NpgsqlTsVector Vector { get; set; } = null!;

    /// <summary>Titles and number; names of the parties in all variants and scripts, those of predecessors too; summary and people; promises and what it is about.</summary>
    internal static AgreementWords Of(Agreement agreement, IReadOnlyList<string> cities, IReadOnlyList<string> partners, ListingSurroundings around)
    {
        var content = agreement.Content;
        List<string?>[] sections =
        [
            [agreement.Id, .. content.Title.Values, content.InstrumentAsPrinted],
            [
                .. cities.SelectMany(id => around.Cities[id].Names.Select(n => n.Text).Append(KindOf(around.Cities[id]))),
                .. partners.SelectMany(id => around.Partners[id].Names.Concat(around.Predecessors[id].SelectMany(p => p.Names))).Select(n => n.Text),
                .. content.Parties.Select(p => p.NameAsPrinted),
            ],
            [
                .. content.Summary?.Values ?? Enumerable.Empty<string>(),
                .. content.Signatures.SelectMany(s => new[] { s.Person, s.PersonKnownAs }),
                .. content.Events.SelectMany(e => e.Present).Concat(content.SigningEvent?.Present ?? []).SelectMany(p => new[] { p.Person, p.PersonKnownAs, p.Organisation }),
            ],
            [
                .. content.Signatures.Select(s => s.Title).Concat(content.Events.SelectMany(e => e.Present).Concat(content.SigningEvent?.Present ?? []).Select(p => p.Title)).OfType<LocalizedText>().SelectMany(t => t.Values),
                .. content.Commitments.SelectMany(c => c.Text.Values),
                .. content.Amounts.SelectMany(a => a.Label.Values.Append(a.Money?.AsPrinted)),
                .. content.Quantities.SelectMany(q => q.Label.Values.Append(q.Quantity?.AsPrinted)),
                .. content.SigningEvent?.Name?.Values ?? Enumerable.Empty<string>(),
                .. content.SigningEvent?.Place?.Values ?? Enumerable.Empty<string>(),
                .. content.Sectors.SelectMany(s => CodeLists.Sectors.Find(s)?.Labels.Values ?? []),
                .. cities.Select(id => around.Cities[id].Country).Concat(partners.Select(id => around.Partners[id].Country)).OfType<string>().Distinct()
                    .SelectMany(c => CodeLists.Countries.Find(c)?.Labels.Values ?? []),
                .. around.Projects[agreement.Id],
                .. cities,
                .. partners,
                KindOf(content.Kind),
            ],
        ];
        return new AgreementWords
        {
            AgreementId = agreement.Id,
            Text = string.Join('\n', sections.SelectMany(s => s).OfType<string>().Where(t => t.Length > 0).Select(t => t.ReplaceLineEndings(" ")).Distinct()),
            Tokens = string.Join('\n', sections.Select(s => Lexemes.Indexed(s.OfType<string>().Distinct()))),
        };
    }

    // What people add to a name when they look for it.
    private static string KindOf(CityContent city) =>
        city.Kind switch
        {
            CityKind.District => "district",
            CityKind.County => "county",
            CityKind.Town => "town",
            _ => "city",
        };

    private static string? KindOf(AgreementKind kind) =>
        kind switch
        {
            AgreementKind.MemorandumOfUnderstanding => "memorandum of understanding MoU 谅解备忘录",
            AgreementKind.SisterCityTie => "sister city twin town 友好城市",
            AgreementKind.StrategicCooperationAgreement => "strategic cooperation agreement 战略合作协议",
            AgreementKind.FrameworkAgreement => "framework agreement 框架协议",
            AgreementKind.LetterOfIntent => "letter of intent LoI 意向书",
            AgreementKind.JointDeclaration => "joint declaration 联合声明",
            _ => null,
        };
}

internal sealed class AgreementWordsMapping : IEntityTypeConfiguration<AgreementWords>
{
    public void Configure(EntityTypeBuilder<AgreementWords> builder)
    {
        builder.ToTable("agreement_words");
        builder.HasKey(w => w.AgreementId);
        builder.HasOne<AgreementListing>().WithOne(l => l.Words).HasForeignKey<AgreementWords>(w => w.AgreementId).OnDelete(DeleteBehavior.Cascade);
        var sections = "ABCD".Select((weight, i) => $"setweight(to_tsvector('{SearchPlan.Dictionary}', split_part(tokens, E'\\n', {i + 1})), '{weight}')");
        builder.Property(w => w.Vector).HasComputedColumnSql(string.Join(" || ", sections), stored: true);
        builder.Property(w => w.Number).HasComputedColumnSql("substring(agreement_id, 4)::bigint", stored: true);
        // Of a common word the newest are found by walking through all.
        builder.HasIndex(w => new { w.SignedFalling, w.Number });
        builder.HasIndex(w => w.Vector).HasMethod("gin");
    }
}

internal sealed class SearchWordMapping : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> builder)
    {
        builder.ToTable("search_words");
        builder.HasKey(w => w.Word);
        builder.HasIndex(w => w.Word, "ix_search_words_trigrams").HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}
