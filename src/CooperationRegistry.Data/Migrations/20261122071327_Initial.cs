using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace CooperationRegistry.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.CreateSequence(
                name: "agreement_numbers");

            migrationBuilder.CreateSequence(
                name: "capacity_stat_numbers");

            migrationBuilder.CreateSequence(
                name: "project_numbers");

            migrationBuilder.CreateSequence(
                name: "source_numbers");

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    details = table.Column<string>(type: "text", nullable: true),
                    previous_hash = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.number);
                    table.CheckConstraint("ck_audit_entries_number", "number > 0");
                });

            migrationBuilder.CreateTable(
                name: "cities",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    names = table.Column<string>(type: "jsonb", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    subdivision = table.Column<string>(type: "text", nullable: true),
                    parent_city = table.Column<string>(type: "text", nullable: true),
                    coordinates = table.Column<string>(type: "jsonb", nullable: true),
                    external_ids = table.Column<string>(type: "jsonb", nullable: false),
                    about = table.Column<string>(type: "jsonb", nullable: true),
                    figures = table.Column<string>(type: "jsonb", nullable: false),
                    disputes = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cities", x => x.id);
                    table.CheckConstraint("ck_cities_country", "country = upper(left(id, 2))");
                    table.CheckConstraint("ck_cities_id", "id ~ '^[a-z]{2}(-[a-z0-9]+)+$'");
                    table.CheckConstraint("ck_cities_kind", "kind IN ('municipality', 'prefectureLevelCity', 'city', 'district', 'county', 'town', 'specialZone')");
                    table.CheckConstraint("ck_cities_parent_city", "parent_city <> id");
                    table.CheckConstraint("ck_cities_revision", "revision > 0");
                    table.ForeignKey(
                        name: "fk_cities_parent_city",
                        column: x => x.parent_city,
                        principalTable: "cities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "one_time_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    email = table.Column<string>(type: "text", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_one_time_links", x => x.id);
                    table.CheckConstraint("ck_one_time_links_purpose", "purpose IN ('setUp', 'invitation')");
                });

            migrationBuilder.CreateTable(
                name: "registry_settings",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    one_person_office = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registry_settings", x => x.id);
                    table.CheckConstraint("ck_registry_settings_one_row", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "roles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    title = table.Column<string>(type: "jsonb", maxLength: 500, nullable: false),
                    title_supplied = table.Column<bool>(type: "boolean", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    publisher = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    url = table.Column<string>(type: "text", nullable: true),
                    published = table.Column<string>(type: "text", nullable: true),
                    published_as_printed = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    language = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "jsonb", nullable: true),
                    retrieved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    last_checked = table.Column<DateOnly>(type: "date", nullable: true),
                    attachment = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sources", x => x.id);
                    table.CheckConstraint("ck_sources_id", "id ~ '^SR-([0-9]{6}|[1-9][0-9]{6,14})$'");
                    table.CheckConstraint("ck_sources_kind", "kind IN ('news', 'officialNotice', 'agreementText', 'report', 'filing', 'interview')");
                    table.CheckConstraint("ck_sources_revision", "revision > 0");
                });

            migrationBuilder.CreateTable(
                name: "account_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_claims_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    provider_key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_account_logins_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_passkeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_account_passkeys_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_tokens_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "text", nullable: false),
                    record_id = table.Column<string>(type: "text", nullable: true),
                    base_revision = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "json", nullable: false),
                    companions = table.Column<string>(type: "json", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_name = table.Column<string>(type: "text", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposals", x => x.id);
                    table.CheckConstraint("ck_proposals_kind", "kind IN ('source', 'city', 'partner', 'agreement', 'project', 'capacityStat')");
                    table.CheckConstraint("ck_proposals_state", "state IN ('draft', 'submitted', 'returned', 'published', 'withdrawn')");
                    table.ForeignKey(
                        name: "fk_proposals_author_id",
                        column: x => x.author_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreements",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    title = table.Column<string>(type: "jsonb", maxLength: 500, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    instrument_as_printed = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "jsonb", nullable: true),
                    signatures = table.Column<string>(type: "jsonb", nullable: false),
                    events = table.Column<string>(type: "jsonb", nullable: false),
                    signing_event_name = table.Column<string>(type: "jsonb", maxLength: 500, nullable: true),
                    signing_event_place = table.Column<string>(type: "jsonb", maxLength: 500, nullable: true),
                    signing_event_city = table.Column<string>(type: "text", nullable: true),
                    signing_event_date = table.Column<string>(type: "text", nullable: true),
                    signing_event_date_basis = table.Column<string>(type: "text", nullable: true),
                    signing_event_online = table.Column<bool>(type: "boolean", nullable: true),
                    signing_event_present = table.Column<string>(type: "jsonb", nullable: true),
                    term = table.Column<string>(type: "jsonb", nullable: true),
                    sectors = table.Column<List<string>>(type: "text[]", nullable: false),
                    commitments = table.Column<string>(type: "jsonb", nullable: false),
                    amounts = table.Column<string>(type: "jsonb", nullable: false),
                    quantities = table.Column<string>(type: "jsonb", nullable: false),
                    attachments = table.Column<string>(type: "jsonb", nullable: false),
                    disputes = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreements", x => x.id);
                    table.CheckConstraint("ck_agreements_evidence", "evidence IN ('documented', 'reported', 'announced', 'mentioned')");
                    table.CheckConstraint("ck_agreements_id", "id ~ '^CR-([0-9]{6}|[1-9][0-9]{6,14})$'");
                    table.CheckConstraint("ck_agreements_kind", "kind IN ('memorandumOfUnderstanding', 'strategicCooperationAgreement', 'frameworkAgreement', 'contract', 'jointDeclaration', 'letterOfIntent', 'jointEstablishment', 'sisterCityTie', 'programmeParticipation', 'notStated')");
                    table.CheckConstraint("ck_agreements_revision", "revision > 0");
                    table.CheckConstraint("ck_agreements_signing_event_date_basis", "signing_event_date_basis IN ('stated', 'inferred', 'corroborated')");
                    table.ForeignKey(
                        name: "fk_agreements_signing_event_city",
                        column: x => x.signing_event_city,
                        principalTable: "cities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "capacity_stats",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    city = table.Column<string>(type: "text", nullable: false),
                    as_of = table.Column<string>(type: "text", nullable: true),
                    as_of_basis = table.Column<string>(type: "text", nullable: true),
                    not_before = table.Column<string>(type: "text", nullable: true),
                    not_after = table.Column<string>(type: "text", nullable: true),
                    metric = table.Column<string>(type: "text", nullable: false),
                    technology = table.Column<string>(type: "text", nullable: true),
                    quantity = table.Column<string>(type: "jsonb", nullable: false),
                    share = table.Column<string>(type: "jsonb", nullable: true),
                    note = table.Column<string>(type: "jsonb", nullable: true),
                    disputes = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capacity_stats", x => x.id);
                    table.CheckConstraint("ck_capacity_stats_as_of_basis", "as_of_basis IN ('stated', 'inferred', 'corroborated')");
                    table.CheckConstraint("ck_capacity_stats_id", "id ~ '^CS-([0-9]{6}|[1-9][0-9]{6,14})$'");
                    table.CheckConstraint("ck_capacity_stats_metric", "metric IN ('total', 'renewable', 'newEnergy', 'technology')");
                    table.CheckConstraint("ck_capacity_stats_revision", "revision > 0");
                    table.CheckConstraint("ck_capacity_stats_technology", "(metric = 'technology') = (technology IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_capacity_stats_city",
                        column: x => x.city,
                        principalTable: "cities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partners",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    names = table.Column<string>(type: "jsonb", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: true),
                    subdivision = table.Column<string>(type: "text", nullable: true),
                    seat = table.Column<string>(type: "text", nullable: true),
                    parent_partner = table.Column<string>(type: "text", nullable: true),
                    external_ids = table.Column<string>(type: "jsonb", nullable: false),
                    website = table.Column<string>(type: "text", nullable: true),
                    about = table.Column<string>(type: "jsonb", nullable: true),
                    disputes = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partners", x => x.id);
                    table.CheckConstraint("ck_partners_id", "id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
                    table.CheckConstraint("ck_partners_kind", "kind IN ('nationalGovernment', 'regionalGovernment', 'publicAgency', 'company', 'stateOwnedEnterprise', 'university', 'researchInstitute', 'foundation', 'association', 'internationalOrganisation', 'developmentBank')");
                    table.CheckConstraint("ck_partners_revision", "revision > 0");
                    table.ForeignKey(
                        name: "fk_partners_parent_partner",
                        column: x => x.parent_partner,
                        principalTable: "partners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_partners_seat",
                        column: x => x.seat,
                        principalTable: "cities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    title = table.Column<string>(type: "jsonb", maxLength: 500, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "jsonb", nullable: true),
                    city = table.Column<string>(type: "text", nullable: true),
                    place = table.Column<string>(type: "jsonb", maxLength: 500, nullable: true),
                    states = table.Column<string>(type: "jsonb", nullable: false),
                    sectors = table.Column<List<string>>(type: "text[]", nullable: false),
                    capacities = table.Column<string>(type: "jsonb", nullable: false),
                    investments = table.Column<string>(type: "jsonb", nullable: false),
                    jobs = table.Column<string>(type: "jsonb", nullable: true),
                    count = table.Column<string>(type: "jsonb", nullable: true),
                    disputes = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_projects", x => x.id);
                    table.CheckConstraint("ck_projects_id", "id ~ '^PR-([0-9]{6}|[1-9][0-9]{6,14})$'");
                    table.CheckConstraint("ck_projects_kind", "kind IN ('industrialPark', 'manufacturingBase', 'powerPlant', 'storage', 'grid', 'districtHeating', 'building', 'innovationCentre', 'research', 'programme')");
                    table.CheckConstraint("ck_projects_revision", "revision > 0");
                    table.ForeignKey(
                        name: "fk_projects_city",
                        column: x => x.city,
                        principalTable: "cities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "account_roles",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_roles", x => new { x.user_id, x.role_id });
                    table.ForeignKey(
                        name: "fk_account_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_account_roles_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "role_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    role_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_role_claims_role_id",
                        column: x => x.role_id,
                        principalTable: "roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "city_citations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    source = table.Column<string>(type: "text", nullable: false),
                    supports = table.Column<List<string>>(type: "text[]", nullable: false),
                    locator = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    says = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    city_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_city_citations", x => x.id);
                    table.ForeignKey(
                        name: "fk_city_citations_city_id",
                        column: x => x.city_id,
                        principalTable: "cities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_city_citations_source",
                        column: x => x.source,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "revisions",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    record_id = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "json", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    proposal_id = table.Column<long>(type: "bigint", nullable: true),
                    author = table.Column<string>(type: "text", nullable: false),
                    reviewer = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revisions", x => new { x.kind, x.record_id, x.number });
                    table.CheckConstraint("ck_revisions_kind", "kind IN ('source', 'city', 'partner', 'agreement', 'project', 'capacityStat')");
                    table.CheckConstraint("ck_revisions_number", "number > 0");
                    table.ForeignKey(
                        name: "fk_revisions_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_citations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    source = table.Column<string>(type: "text", nullable: false),
                    supports = table.Column<List<string>>(type: "text[]", nullable: false),
                    locator = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    says = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    agreement_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_citations", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_citations_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_agreement_citations_source",
                        column: x => x.source,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_listings",
                columns: table => new
                {
                    agreement_id = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    title_language = table.Column<string>(type: "text", nullable: false),
                    title_zh = table.Column<string>(type: "text", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    status_changes_on = table.Column<DateOnly>(type: "date", nullable: true),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    signed_on = table.Column<string>(type: "text", nullable: true),
                    signed_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_sort = table.Column<DateOnly>(type: "date", nullable: true),
                    place = table.Column<string>(type: "text", nullable: true),
                    cities = table.Column<List<string>>(type: "text[]", nullable: false),
                    city_ids = table.Column<List<string>>(type: "text[]", nullable: false),
                    city_scope = table.Column<List<string>>(type: "text[]", nullable: false),
                    countries = table.Column<List<string>>(type: "text[]", nullable: false),
                    partners = table.Column<List<string>>(type: "text[]", nullable: false),
                    partner_ids = table.Column<List<string>>(type: "text[]", nullable: false),
                    partner_kinds = table.Column<string[]>(type: "text[]", nullable: false),
                    signatories = table.Column<List<string>>(type: "text[]", nullable: false),
                    sectors = table.Column<List<string>>(type: "text[]", nullable: false),
                    commitments = table.Column<List<string>>(type: "text[]", nullable: false),
                    amounts = table.Column<List<string>>(type: "text[]", nullable: false),
                    quantities = table.Column<List<string>>(type: "text[]", nullable: false),
                    projects = table.Column<List<string>>(type: "text[]", nullable: false),
                    relations = table.Column<List<string>>(type: "text[]", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: true),
                    sources = table.Column<List<string>>(type: "text[]", nullable: false),
                    source_urls = table.Column<List<string>>(type: "text[]", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_listings", x => x.agreement_id);
                    table.CheckConstraint("ck_agreement_listings_evidence", "evidence IN ('documented', 'reported', 'announced', 'mentioned')");
                    table.CheckConstraint("ck_agreement_listings_kind", "kind IN ('memorandumOfUnderstanding', 'strategicCooperationAgreement', 'frameworkAgreement', 'contract', 'jointDeclaration', 'letterOfIntent', 'jointEstablishment', 'sisterCityTie', 'programmeParticipation', 'notStated')");
                    table.CheckConstraint("ck_agreement_listings_status", "status IN ('mentioned', 'sought', 'announced', 'approved', 'signed', 'inForce', 'suspended', 'completed', 'expired', 'terminated', 'withdrawn')");
                    table.ForeignKey(
                        name: "fk_agreement_listings_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreement_relations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "text", nullable: false),
                    agreement = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "jsonb", nullable: true),
                    agreement_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_relations", x => x.id);
                    table.CheckConstraint("ck_agreement_relations_kind", "kind IN ('amends', 'renews', 'supersedes', 'implements', 'under', 'sameEvent')");
                    table.CheckConstraint("ck_agreement_relations_other", "agreement <> agreement_id");
                    table.ForeignKey(
                        name: "fk_agreement_relations_agreement",
                        column: x => x.agreement,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreement_relations_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "capacity_stat_citations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    source = table.Column<string>(type: "text", nullable: false),
                    supports = table.Column<List<string>>(type: "text[]", nullable: false),
                    locator = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    says = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    capacity_stat_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capacity_stat_citations", x => x.id);
                    table.ForeignKey(
                        name: "fk_capacity_stat_citations_capacity_stat_id",
                        column: x => x.capacity_stat_id,
                        principalTable: "capacity_stats",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_capacity_stat_citations_source",
                        column: x => x.source,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_parties",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    city = table.Column<string>(type: "text", nullable: true),
                    partner = table.Column<string>(type: "text", nullable: true),
                    role = table.Column<string>(type: "text", nullable: false),
                    on_behalf_of_city = table.Column<string>(type: "text", nullable: true),
                    on_behalf_of_partner = table.Column<string>(type: "text", nullable: true),
                    name_as_printed = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    note = table.Column<string>(type: "jsonb", nullable: true),
                    agreement_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_parties", x => x.id);
                    table.CheckConstraint("ck_agreement_parties_city_or_partner", "(city IS NULL) <> (partner IS NULL)");
                    table.CheckConstraint("ck_agreement_parties_on_behalf_of_one", "on_behalf_of_city IS NULL OR on_behalf_of_partner IS NULL");
                    table.CheckConstraint("ck_agreement_parties_role", "role IN ('signatory', 'founder', 'beneficiary', 'implementingBody', 'supporter', 'witness', 'participant')");
                    table.ForeignKey(
                        name: "fk_agreement_parties_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_agreement_parties_city",
                        column: x => x.city,
                        principalTable: "cities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreement_parties_on_behalf_of_city",
                        column: x => x.on_behalf_of_city,
                        principalTable: "cities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreement_parties_on_behalf_of_partner",
                        column: x => x.on_behalf_of_partner,
                        principalTable: "partners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreement_parties_partner",
                        column: x => x.partner,
                        principalTable: "partners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partner_citations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    source = table.Column<string>(type: "text", nullable: false),
                    supports = table.Column<List<string>>(type: "text[]", nullable: false),
                    locator = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    says = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    partner_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partner_citations", x => x.id);
                    table.ForeignKey(
                        name: "fk_partner_citations_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_partner_citations_source",
                        column: x => x.source,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partner_successions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    side = table.Column<string>(type: "text", nullable: false),
                    partner = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    date = table.Column<string>(type: "text", nullable: true),
                    partner_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partner_successions", x => x.id);
                    table.CheckConstraint("ck_partner_successions_kind", "kind IN ('renamed', 'merged', 'split')");
                    table.CheckConstraint("ck_partner_successions_side", "side IN ('predecessor', 'successor')");
                    table.ForeignKey(
                        name: "fk_partner_successions_partner",
                        column: x => x.partner,
                        principalTable: "partners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_partner_successions_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "project_agreements",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agreement = table.Column<string>(type: "text", nullable: false),
                    project_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_agreements", x => x.id);
                    table.ForeignKey(
                        name: "fk_project_agreements_agreement",
                        column: x => x.agreement,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_project_agreements_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "project_citations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    source = table.Column<string>(type: "text", nullable: false),
                    supports = table.Column<List<string>>(type: "text[]", nullable: false),
                    locator = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    says = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    project_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_citations", x => x.id);
                    table.ForeignKey(
                        name: "fk_project_citations_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_project_citations_source",
                        column: x => x.source,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_organisations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    city = table.Column<string>(type: "text", nullable: true),
                    partner = table.Column<string>(type: "text", nullable: true),
                    role = table.Column<string>(type: "text", nullable: false),
                    project_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_organisations", x => x.id);
                    table.CheckConstraint("ck_project_organisations_city_or_partner", "(city IS NULL) <> (partner IS NULL)");
                    table.CheckConstraint("ck_project_organisations_role", "role IN ('founder', 'owner', 'developer', 'investor', 'operator', 'supplier', 'host', 'research')");
                    table.ForeignKey(
                        name: "fk_project_organisations_city",
                        column: x => x.city,
                        principalTable: "cities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_project_organisations_partner",
                        column: x => x.partner,
                        principalTable: "partners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_project_organisations_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "registry_settings",
                columns: new[] { "id", "one_person_office" },
                values: new object[] { 1, false });

            migrationBuilder.InsertData(
                table: "roles",
                columns: new[] { "id", "concurrency_stamp", "name", "normalized_name" },
                values: new object[,]
                {
                    { new Guid("00000001-0000-0000-0000-000000000000"), "00000001-0000-0000-0000-000000000000", "Editor", "EDITOR" },
                    { new Guid("00000002-0000-0000-0000-000000000000"), "00000002-0000-0000-0000-000000000000", "Reviewer", "REVIEWER" },
                    { new Guid("00000003-0000-0000-0000-000000000000"), "00000003-0000-0000-0000-000000000000", "Administrator", "ADMINISTRATOR" }
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_claims_user_id",
                table: "account_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_logins_user_id",
                table: "account_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_passkeys_user_id",
                table: "account_passkeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_roles_role_id",
                table: "account_roles",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_normalized_email",
                table: "accounts",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_normalized_user_name",
                table: "accounts",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreement_citations_agreement_id_key",
                table: "agreement_citations",
                columns: new[] { "agreement_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreement_citations_source",
                table: "agreement_citations",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_listings_city_scope",
                table: "agreement_listings",
                column: "city_scope")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_listings_partner_ids",
                table: "agreement_listings",
                column: "partner_ids")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_listings_search_text",
                table: "agreement_listings",
                column: "search_text")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_listings_signed_sort_number",
                table: "agreement_listings",
                columns: new[] { "signed_sort", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_listings_status_changes_on",
                table: "agreement_listings",
                column: "status_changes_on");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_parties_agreement_id_key",
                table: "agreement_parties",
                columns: new[] { "agreement_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreement_parties_city",
                table: "agreement_parties",
                column: "city");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_parties_on_behalf_of_city",
                table: "agreement_parties",
                column: "on_behalf_of_city");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_parties_on_behalf_of_partner",
                table: "agreement_parties",
                column: "on_behalf_of_partner");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_parties_partner",
                table: "agreement_parties",
                column: "partner");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_relations_agreement",
                table: "agreement_relations",
                column: "agreement");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_relations_agreement_id_key",
                table: "agreement_relations",
                columns: new[] { "agreement_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreements_signing_event_city",
                table: "agreements",
                column: "signing_event_city");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_previous_hash",
                table: "audit_entries",
                column: "previous_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_capacity_stat_citations_capacity_stat_id_key",
                table: "capacity_stat_citations",
                columns: new[] { "capacity_stat_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_capacity_stat_citations_source",
                table: "capacity_stat_citations",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_capacity_stats_city",
                table: "capacity_stats",
                column: "city");

            migrationBuilder.CreateIndex(
                name: "ix_cities_parent_city",
                table: "cities",
                column: "parent_city");

            migrationBuilder.CreateIndex(
                name: "ix_city_citations_city_id_key",
                table: "city_citations",
                columns: new[] { "city_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_city_citations_source",
                table: "city_citations",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_one_time_links_token_hash",
                table: "one_time_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partner_citations_partner_id_key",
                table: "partner_citations",
                columns: new[] { "partner_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partner_citations_source",
                table: "partner_citations",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_partner_successions_partner",
                table: "partner_successions",
                column: "partner");

            migrationBuilder.CreateIndex(
                name: "ix_partner_successions_partner_id_key",
                table: "partner_successions",
                columns: new[] { "partner_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partners_parent_partner",
                table: "partners",
                column: "parent_partner");

            migrationBuilder.CreateIndex(
                name: "ix_partners_seat",
                table: "partners",
                column: "seat");

            migrationBuilder.CreateIndex(
                name: "ix_project_agreements_agreement",
                table: "project_agreements",
                column: "agreement");

            migrationBuilder.CreateIndex(
                name: "ix_project_agreements_project_id_key",
                table: "project_agreements",
                columns: new[] { "project_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_project_citations_project_id_key",
                table: "project_citations",
                columns: new[] { "project_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_project_citations_source",
                table: "project_citations",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_project_organisations_city",
                table: "project_organisations",
                column: "city");

            migrationBuilder.CreateIndex(
                name: "ix_project_organisations_partner",
                table: "project_organisations",
                column: "partner");

            migrationBuilder.CreateIndex(
                name: "ix_project_organisations_project_id_key",
                table: "project_organisations",
                columns: new[] { "project_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_projects_city",
                table: "projects",
                column: "city");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_author_id_state",
                table: "proposals",
                columns: new[] { "author_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_state",
                table: "proposals",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_revisions_proposal_id",
                table: "revisions",
                column: "proposal_id");

            migrationBuilder.CreateIndex(
                name: "ix_role_claims_role_id",
                table: "role_claims",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_roles_normalized_name",
                table: "roles",
                column: "normalized_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sources_url",
                table: "sources",
                column: "url");

            migrationBuilder.Sql(CsvGuard.Create);
            migrationBuilder.Sql(ServerRole.Create);
            migrationBuilder.Sql(ServerRole.Grant);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_claims");

            migrationBuilder.DropTable(
                name: "account_logins");

            migrationBuilder.DropTable(
                name: "account_passkeys");

            migrationBuilder.DropTable(
                name: "account_roles");

            migrationBuilder.DropTable(
                name: "account_tokens");

            migrationBuilder.DropTable(
                name: "agreement_citations");

            migrationBuilder.DropTable(
                name: "agreement_listings");

            migrationBuilder.DropTable(
                name: "agreement_parties");

            migrationBuilder.DropTable(
                name: "agreement_relations");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "capacity_stat_citations");

            migrationBuilder.DropTable(
                name: "city_citations");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "one_time_links");

            migrationBuilder.DropTable(
                name: "partner_citations");

            migrationBuilder.DropTable(
                name: "partner_successions");

            migrationBuilder.DropTable(
                name: "project_agreements");

            migrationBuilder.DropTable(
                name: "project_citations");

            migrationBuilder.DropTable(
                name: "project_organisations");

            migrationBuilder.DropTable(
                name: "registry_settings");

            migrationBuilder.DropTable(
                name: "revisions");

            migrationBuilder.DropTable(
                name: "role_claims");

            migrationBuilder.DropTable(
                name: "capacity_stats");

            migrationBuilder.DropTable(
                name: "agreements");

            migrationBuilder.DropTable(
                name: "sources");

            migrationBuilder.DropTable(
                name: "partners");

            migrationBuilder.DropTable(
                name: "projects");

            migrationBuilder.DropTable(
                name: "proposals");

            migrationBuilder.DropTable(
                name: "roles");

            migrationBuilder.DropTable(
                name: "cities");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropSequence(
                name: "agreement_numbers");

            migrationBuilder.DropSequence(
                name: "capacity_stat_numbers");

            migrationBuilder.DropSequence(
                name: "project_numbers");

            migrationBuilder.DropSequence(
                name: "source_numbers");
        }
    }
}
