using CooperationRegistry.Domain;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CooperationRegistry.Data.Projects;

internal sealed class ProjectMapping() : CitedRecordMapping<Project, ProjectContent>(RecordKind.Project, "projects")
{
    protected override void Map(OwnedNavigationBuilder<Project, ProjectContent> content)
    {
        content.HasOne<City>().WithMany().HasForeignKey(p => p.City).OnDelete(DeleteBehavior.Restrict);
        MapList(content, p => p.Agreements, "agreements", a => a.HasOne<Agreement>().WithMany().HasForeignKey(x => x.Agreement).OnDelete(DeleteBehavior.Restrict));
        MapList(content, p => p.Organisations, "organisations", MapOrganisation);
    }

    private static void MapOrganisation(OwnedNavigationBuilder<ProjectContent, ProjectOrganisation> organisation)
    {
        organisation.HasOne<City>().WithMany().HasForeignKey(o => o.City).OnDelete(DeleteBehavior.Restrict);
        organisation.HasOne<Partner>().WithMany().HasForeignKey(o => o.Partner).OnDelete(DeleteBehavior.Restrict);
        organisation.ToTable(t => t.HasCheckConstraint("ck_project_organisations_city_or_partner", "(city IS NULL) <> (partner IS NULL)"));
    }
}
