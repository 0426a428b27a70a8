package io.tillflow.storefront.supply;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which articles are low: too few are free, even with what is on its way; and who was told of them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class LowArticles {
    private static final int AT_ONCE = 200;

    private static final String SUPPLY = """
            with awaited as (
                select sku, sum(coming)::int as awaited from (
                    select sku, greatest(0, quantity - received) as coming from purchase
                    where state in ('PLANNED', 'PLACED', 'CONFIRMED', 'LOOKING')
                      and greatest(expected_on, updated_at::date) >= cast(:counted as date)
                    union all
                    select sku, quantity from stock_transfer where arrived is null and sent_at::date >= cast(:counted as date)
                ) coming group by sku
            ), supply as (
                select s.sku, s.on_hand - s.held - s.reserved - s.allocated as available, coalesce(a.awaited, 0) as awaited,
                       coalesce(r.low_at, :lowAt) as low_at, coalesce(r.up_to, :upTo) as up_to,
                       coalesce(r.pack, :pack) as pack, coalesce(r.supplier, '') as supplier
                from stock s left join awaited a on a.sku = s.sku left join supply_rule r on r.sku = s.sku
            ), low as (
                select * from supply where available + awaited <= low_at
            )
            """;
    private static final String FOUND = """
            select t.request, low.sku, available, awaited, low_at, up_to, pack, supplier from told t join low on low.sku = t.sku""";

    private final JdbcClient jdbc;
    private final SupplySettings settings;
    private final Clock clock;

    LowArticles(JdbcClient jdbc, SupplySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Forgets those that are low no longer, so that the next time counts anew. */
    void forgetTheSupplied() {
        ask(SUPPLY + "delete from low_stock l where not exists (select 1 from low where low.sku = l.sku)")
                .update();
    }

    /** Notes those that have got low, and answers them. */
    List<LowArticle> newly() {
        return ask(SUPPLY + """
                , told as (
                    insert into low_stock (sku, request, since, told_at)
                    select sku, gen_random_uuid(), :now, :now from low
                    where not exists (select 1 from low_stock l where l.sku = low.sku) order by sku limit :most
                    on conflict do nothing returning sku, request
                )
                """ + FOUND)
                .param("most", AT_ONCE)
                .query(LowArticle.class)
                .list();
    }

    /** Those that are low still although they were told of a while ago. */
    List<LowArticle> still(@Nullable String sku) {
        return ask(SUPPLY + """
                , told as (
                    update low_stock l set request = gen_random_uuid(), told_at = :now
                    where told_at < :quiet and (cast(:sku as text) is null or sku = :sku)
                      and exists (select 1 from low where low.sku = l.sku)
                    returning sku, request
                )
                """ + FOUND)
                .param("quiet", Timestamp.from(clock.instant().minus(settings.quiet())))
                .param("sku", sku)
                .query(LowArticle.class)
                .list();
    }

    int awaited(String sku) {
        return ask(SUPPLY + "select coalesce(sum(awaited), 0) from supply where sku = :sku")
                .param("sku", sku)
                .query(Integer.class)
                .single();
    }

    /** Those nobody could be told of count as never noted. */
    void forget(List<String> skus) {
        jdbc.sql("delete from low_stock where sku = any(:skus)")
                .param("skus", skus.toArray(String[]::new))
                .update();
    }

    /** Whether it is low and nobody asked for it later than this request; holds until the transaction ends. */
    boolean isCurrent(String sku, UUID request) {
        boolean told = jdbc.sql("select request from low_stock where sku = :sku for update")
                .param("sku", sku)
                .query(UUID.class)
                .optional()
                .filter(request::equals)
                .isPresent();
        return told
                && ask(SUPPLY + "select exists (select 1 from low where sku = :sku)")
                        .param("sku", sku)
                        .query(Boolean.class)
                        .single();
    }

    private JdbcClient.StatementSpec ask(String sql) {
        JdbcClient.StatementSpec asked = jdbc.sql(sql)
                .param("lowAt", settings.lowAt())
                .param("upTo", settings.upTo())
                .param("pack", settings.pack())
                .param("counted", LocalDate.ofInstant(clock.instant().minus(settings.overdue()), ZoneOffset.UTC));
        return sql.contains(":now") ? asked.param("now", Timestamp.from(clock.instant())) : asked;
    }
}
