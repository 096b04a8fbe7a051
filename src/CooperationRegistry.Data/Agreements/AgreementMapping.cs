using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CooperationRegistry.Data.Agreements;

internal sealed class AgreementMapping() : CitedRecordMapping<Agreement, AgreementContent>(RecordKind.Agreement, "agreements")
{
    protected override void Map(OwnedNavigationBuilder<Agreement, AgreementContent> content)
    {
        MapList(content, c => c.Parties, "parties", MapParty);
        MapList(content, c => c.Relations, "relations", MapRelation);
        // Whether a file is public is asked by its fingerprint.
        content.HasIndex(a => a.Attachments).HasMethod("gin").HasOperators("jsonb_path_ops");
        content.OwnsOne(c => c.SigningEvent, e => e.HasOne<City>().WithMany().HasForeignKey(x => x.City).OnDelete(DeleteBehavior.Restrict));
    }

    private static void MapParty(OwnedNavigationBuilder<AgreementContent, Party> party)
    {
        party.HasOne<City>().WithMany().HasForeignKey(p => p.City).OnDelete(DeleteBehavior.Restrict);
        party.HasOne<Partner>().WithMany().HasForeignKey(p => p.Partner).OnDelete(DeleteBehavior.Restrict);
        party.HasOne<City>().WithMany().HasForeignKey(p => p.OnBehalfOfCity).OnDelete(DeleteBehavior.Restrict);
        party.HasOne<Partner>().WithMany().HasForeignKey(p => p.OnBehalfOfPartner).OnDelete(DeleteBehavior.Restrict);
        // Which agreements have two parties is told by the indexes alone.
        party.HasIndex(nameof(Party.City), "agreement_id");
        party.HasIndex(nameof(Party.Partner), "agreement_id");
        party.ToTable(t => t.HasCheckConstraint("ck_agreement_parties_city_or_partner", "(city IS NULL) <> (partner IS NULL)"));
        party.ToTable(t => t.HasCheckConstraint("ck_agreement_parties_on_behalf_of_one", "on_behalf_of_city IS NULL OR on_behalf_of_partner IS NULL"));
    }

    private static void MapRelation(OwnedNavigationBuilder<AgreementContent, Relation> relation)
    {
        relation.HasOne<Agreement>().WithMany().HasForeignKey(r => r.Agreement).OnDelete(DeleteBehavior.Restrict);
        relation.ToTable(t => t.HasCheckConstraint("ck_agreement_relations_other", "agreement <> agreement_id"));
    }
}
