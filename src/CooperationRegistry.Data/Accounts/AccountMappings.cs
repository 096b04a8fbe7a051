using CooperationRegistry.Data.Conventions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CooperationRegistry.Data.Accounts;

internal static class IdentityTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Account>().ToTable("accounts");
        builder.Entity<IdentityRole<Guid>>().ToTable("roles");
        builder.Entity<IdentityUserRole<Guid>>().ToTable("account_roles");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        builder.Entity<IdentityRoleClaim<Guid>>().ToTable("role_claims");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("account_passkeys");
        foreach (var role in Enum.GetValues<RoleName>())
        {
            var id = new Guid((int)role + 1, 0, 0, new byte[8]);
            builder.Entity<IdentityRole<Guid>>().HasData(
                new IdentityRole<Guid>
                {
                    Id = id,
                    Name = role.ToString(),
                    NormalizedName = role.ToString().ToUpperInvariant(),
                    ConcurrencyStamp = id.ToString(),
                });
        }
    }
}

internal sealed class OneTimeLinkMapping : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.ToTable("one_time_links");
        builder.HasIndex(l => l.TokenHash).IsUnique();
    }
}

internal sealed class ApiKeyMapping : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("api_keys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.PrimitiveCollection(k => k.Scopes).ElementType(e => e.HasConversion<EnumText<ApiScope>>());
        builder.HasIndex(k => k.Hash).IsUnique();
        builder.HasOne(k => k.Account).WithMany().HasForeignKey(k => k.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RegistrySettingsMapping : IEntityTypeConfiguration<RegistrySettings>
{
    public void Configure(EntityTypeBuilder<RegistrySettings> builder)
    {
        builder.ToTable("registry_settings", t => t.HasCheckConstraint("ck_registry_settings_one_row", "id = 1"));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasData(new RegistrySettings());
    }
}

internal sealed class DataProtectionKeyMapping : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder) => builder.ToTable("data_protection_keys");
}
