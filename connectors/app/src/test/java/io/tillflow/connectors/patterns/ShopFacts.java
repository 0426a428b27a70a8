package io.tillflow.connectors.patterns;

import io.tillflow.connectors.provider.TestDatabase;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the shop's view of facts would have, as a table. */
public final class ShopFacts {
    private static final JdbcClient DATABASE = TestDatabase.jdbc();

    private ShopFacts() {}

    public static void create() {
        DATABASE.sql("create schema if not exists shop").update();
        DATABASE.sql("""
                create table if not exists shop.reporting_fact (fact text not null, at timestamptz not null, origin text not null, sku text,
                    units bigint not null, amount bigint not null, currency text)
                """).update();
        DATABASE.sql("truncate shop.reporting_fact").update();
    }

    public static void drop() {
        DATABASE.sql("drop table if exists shop.reporting_fact").update();
    }

    /** So many at one instant, each worth 20.00. */
    public static void facts(String fact, int many, Instant at, String sku) {
        DATABASE.sql("""
                insert into shop.reporting_fact
                select :fact, :at, 'own', nullif(:sku, ''), 1, 2000, 'EUR' from generate_series(1, :many)
                """)
                .param("fact", fact)
                .param("at", Timestamp.from(at))
                .param("sku", sku)
                .param("many", many)
                .update();
    }
}
