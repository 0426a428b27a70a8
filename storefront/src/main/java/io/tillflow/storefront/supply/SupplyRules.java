package io.tillflow.storefront.supply;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said of single articles; of all others the settings say it. */
@Repository
public class SupplyRules {
    private final JdbcClient jdbc;
    private final SupplySettings settings;
    private final Clock clock;

    SupplyRules(JdbcClient jdbc, SupplySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    public SupplyRule of(String sku) {
        return jdbc.sql("select sku, low_at, up_to, pack, supplier from supply_rule where sku = :sku")
                .param("sku", sku)
                .query(SupplyRule.class)
                .optional()
                .orElseGet(() -> new SupplyRule(sku, settings.lowAt(), settings.upTo(), settings.pack(), ""));
    }

    public void set(SupplyRule rule, String by) {
        jdbc.sql("""
                insert into supply_rule (sku, low_at, up_to, pack, supplier, changed_at, changed_by)
                values (:sku, :lowAt, :upTo, :pack, :supplier, :now, :by)
                on conflict (sku) do update set low_at = excluded.low_at, up_to = excluded.up_to, pack = excluded.pack,
                    supplier = excluded.supplier, changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
                .param("sku", rule.sku())
                .param("lowAt", rule.lowAt())
                .param("upTo", rule.upTo())
                .param("pack", rule.pack())
                .param("supplier", rule.supplier())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
    }
}
