using CooperationRegistry.Data.Accounts;
using CooperationRegistry.Data.Agreements;
using CooperationRegistry.Data.Conventions;
using CooperationRegistry.Data.Quality;
using CooperationRegistry.Data.Reviewing;
using CooperationRegistry.Data.Search;
using CooperationRegistry.Data.Sources;
using CooperationRegistry.Domain.Agreements;
using CooperationRegistry.Domain.CapacityStats;
using CooperationRegistry.Domain.Cities;
using CooperationRegistry.Domain.Importing;
using CooperationRegistry.Domain.Partners;
using CooperationRegistry.Domain.Projects;
using CooperationRegistry.Domain.Reviewing;
using CooperationRegistry.Domain.Sources;
using CooperationRegistry.Domain.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data;

public sealed class RegistryDbContext(DbContextOptions<RegistryDbContext> options)
    : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Source> Sources => Set<Source>();

    public DbSet<City> Cities => Set<City>();

    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<Agreement> Agreements => Set<Agreement>();

    public DbSet<Project> Projects => Set<Project>();

    public DbSet<CapacityStat> CapacityStats => Set<CapacityStat>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<AgreementListing> AgreementListings => Set<AgreementListing>();

    public DbSet<FacetCount> FacetCounts => Set<FacetCount>();

    public DbSet<ListingWithin> ListingsWithin => Set<ListingWithin>();

    public DbSet<AgreementWords> AgreementWords => Set<AgreementWords>();

    public DbSet<SearchName> SearchNames => Set<SearchName>();

    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    public DbSet<RecordQuality> RecordQualities => Set<RecordQuality>();

    public DbSet<LinkCheck> LinkChecks => Set<LinkCheck>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<Redirect> Redirects => Set<Redirect>();

    public DbSet<Tombstone> Tombstones => Set<Tombstone>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHead => Set<AuditHead>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportLine> ImportLines => Set<ImportLine>();

    public DbSet<ImportPiece> ImportPieces => Set<ImportPiece>();

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<RegistrySettings> Settings => Set<RegistrySettings>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        JsonColumns.Configure(configurationBuilder);
        configurationBuilder.Properties<EdtfDate>().HaveConversion<EdtfText>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTime>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        IdentityTables.Map(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(RegistryDbContext).Assembly);
        builder.HasPostgresExtension("pg_trgm");
        foreach (var name in RecordNumbers.Sequences)
            builder.HasSequence<long>(name);
        builder.HasDbFunction(() => CsvText.Guard("")).HasName("guard");
        builder.HasDbFunction(() => CsvText.Written(default, "")).HasName("to_char").IsBuiltIn();
        StandardNames.Apply(builder);
    }
}
