using Microsoft.EntityFrameworkCore;

namespace CooperationRegistry.Data.Agreements;

/// <summary>
/// How the database keeps the counts of facets, and the order within a country, in step with the listing rows: by what each statement
/// adds and takes away, whoever wrote it. The role that serves may read them only.
/// </summary>
public static class FacetCounting
{
    // Of these facets the others are counted within them too, and their agreements are kept in order.
    private const string Within = "country=";
    private const string IsWithin = $"facet LIKE '{Within}%'";

    internal const string Create = $"""
        CREATE FUNCTION count_new_listings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          {AddNew}
          RETURN NULL;
        END
        $$;
        CREATE FUNCTION count_old_listings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          {TakeOld}
          RETURN NULL;
        END
        $$;
        CREATE FUNCTION count_changed_listings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          {TakeOld}
          {AddNew}
          RETURN NULL;
        END
        $$;
        CREATE TRIGGER count_new AFTER INSERT ON agreement_listings REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_new_listings();
        CREATE TRIGGER count_old AFTER DELETE ON agreement_listings REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_old_listings();
        CREATE TRIGGER count_changed AFTER UPDATE ON agreement_listings REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_changed_listings();
        REVOKE INSERT, UPDATE, DELETE ON facet_counts, listings_within FROM registry_server;
        """;

    internal const string Drop = """
        DROP TRIGGER count_new ON agreement_listings;
        DROP TRIGGER count_old ON agreement_listings;
        DROP TRIGGER count_changed ON agreement_listings;
        DROP FUNCTION count_new_listings();
        DROP FUNCTION count_old_listings();
        DROP FUNCTION count_changed_listings();
        """;

    /// <summary>For a table that is emptied at once, which no row tells of.</summary>
    internal const string CreateNone = """
        CREATE FUNCTION count_no_listings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          TRUNCATE facet_counts, listings_within;
          RETURN NULL;
        END
        $$;
        CREATE TRIGGER count_none AFTER TRUNCATE ON agreement_listings FOR EACH STATEMENT EXECUTE FUNCTION count_no_listings();
        """;

    internal const string DropNone = "DROP TRIGGER count_none ON agreement_listings; DROP FUNCTION count_no_listings();";

    private const string AddNew = $"""
        INSERT INTO facet_counts AS kept (within, facet, agreements)
          SELECT w.within, f.facet, count(*) FROM new_rows r {Pairs} GROUP BY 1, 2
          ON CONFLICT (within, facet) DO UPDATE SET agreements = kept.agreements + excluded.agreements;
        INSERT INTO listings_within (within, signed_falling, number)
          SELECT facet, r.signed_falling, r.number FROM new_rows r CROSS JOIN unnest(r.facets) AS facet WHERE {IsWithin};
        """;

    private const string TakeOld = $"""
        UPDATE facet_counts kept SET agreements = kept.agreements - gone.agreements
          FROM (SELECT w.within, f.facet, count(*) AS agreements FROM old_rows r {Pairs} GROUP BY 1, 2) gone
          WHERE kept.within = gone.within AND kept.facet = gone.facet;
        DELETE FROM listings_within kept
          USING (SELECT facet, r.signed_falling, r.number FROM old_rows r CROSS JOIN unnest(r.facets) AS facet WHERE {IsWithin}) gone
          WHERE kept.within = gone.facet AND kept.signed_falling = gone.signed_falling AND kept.number = gone.number;
        """;

    private const string Pairs = $"""
        CROSS JOIN LATERAL (SELECT '' AS within UNION ALL SELECT facet FROM unnest(r.facets) AS facet WHERE {IsWithin}) w
        CROSS JOIN LATERAL (SELECT '' AS facet UNION ALL SELECT unnest(r.facets)) f
        """;

    public static bool IsKeptWithin(string facet) => facet.StartsWith(Within, StringComparison.Ordinal);

    /// <summary>Counts all rows anew, after rows were written while the triggers did not run. For the owner of the tables.</summary>
    public static async Task RebuildAsync(RegistryDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync("TRUNCATE facet_counts, listings_within", cancellationToken);
        await db.Database.ExecuteSqlRawAsync(AddNew.Replace("new_rows", "agreement_listings", StringComparison.Ordinal), cancellationToken);
    }
}
