package io.tillflow.storefront.prices;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Changes prices and knows what they were. */
@Repository
public class Prices {
    /** How far back a reduction is compared, and how long it may be called one. */
    static final Duration WINDOW = Duration.ofDays(30);

    private static final String TAGS = """
            with latest as (
                select distinct on (sku) sku, id, previous, price, reason, at from price_change
                where at > :since and sku = any(:skus) order by sku, id desc)
            select l.sku, l.price, l.previous, l.reason, l.at, least(l.previous,
                coalesce((select min(least(c.previous, c.price)) from price_change c
                          where c.sku = l.sku and c.id < l.id and c.at > l.at - interval '30 days'), l.previous))
                as lowest_before
            from latest l""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Prices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sets a price; the same again changes nothing. Answers whether there is such a variant. */
    @Transactional
    public boolean change(String sku, long price, String reason, String by) {
        jdbc.sql("""
                select set_config('shop.price_reason', :reason, true), set_config('shop.price_by', :by, true),
                    set_config('shop.price_at', :at, true)""")
                .param("reason", reason)
                .param("by", by)
                .param("at", clock.instant().toString())
                .query()
                .listOfRows();
        return jdbc.sql("update variant set price = :price where sku = :sku")
                        .param("price", price)
                        .param("sku", sku)
                        .update()
                == 1;
    }

    /** The newest first. */
    public List<PriceChange> history(String sku, int limit) {
        return jdbc.sql("""
                select sku, previous, price, reason, changed_by, at from price_change
                where sku = :sku order by id desc limit :limit""")
                .param("sku", sku)
                .param("limit", limit)
                .query(PriceChange.class)
                .list();
    }

    public Optional<PriceTag> tag(String sku) {
        return tags(new String[] {sku}).stream().findFirst();
    }

    /** Of every price that changed within the window. */
    List<PriceTag> tags() {
        return jdbc.sql(TAGS.replace("sku = any(:skus)", "true"))
                .param("since", since())
                .query(PriceTag.class)
                .list();
    }

    List<PriceTag> tags(String[] skus) {
        return jdbc.sql(TAGS)
                .param("since", since())
                .param("skus", skus)
                .query(PriceTag.class)
                .list();
    }

    private Timestamp since() {
        Instant since = clock.instant().minus(WINDOW);
        return Timestamp.from(since);
    }
}
