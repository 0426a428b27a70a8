package io.tillflow.storefront.prices;

import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.profile.PriceLists;
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
                select distinct on (sku, currency) sku, currency, id, previous, price, reason, reason_de, at from price_change
                where at > :since and sku = any(:skus) order by sku, currency, id desc)
            select l.sku, l.currency, l.price, l.previous, l.reason, l.reason_de, l.at, least(l.previous,
                coalesce((select min(least(c.previous, c.price)) from price_change c
                          where c.sku = l.sku and c.currency = l.currency and c.id < l.id and c.at > l.at - interval '30 days'), l.previous))
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
    public boolean change(String sku, long price, PriceReason reason, String by) {
        say(reason, by);
        return jdbc.sql("update variant set price = :price where sku = :sku")
                        .param("price", price)
                        .param("sku", sku)
                        .update()
                == 1;
    }

    /** Sets a price of its own in another currency; it no longer follows the rate. False where the shop has no such list. */
    @Transactional
    public boolean fix(String sku, String currency, long price, PriceReason reason, String by) {
        say(reason, by);
        return jdbc.sql(
                                "update variant_price set price = :price, fixed = true where sku = :sku and currency = :currency")
                        .param("price", price)
                        .param("sku", sku)
                        .param("currency", currency)
                        .update()
                == 1;
    }

    /** From now on it is the shop's own price times the rate again; neither changes meanwhile. */
    @Transactional
    public boolean follow(String sku, String currency, String by) {
        PriceLists.alone(jdbc);
        say(PriceReason.NONE, by);
        return jdbc.sql("""
                update variant_price p set fixed = false, price = listed_price(v.price, l.rate, l.step, l.ending)
                from variant v, price_list l
                where p.sku = :sku and p.currency = :currency and v.sku = p.sku and l.currency = p.currency""").param("sku", sku).param("currency", currency).update() == 1;
    }

    /** In every currency, the shop's own first. */
    public List<Listed> listed(String sku) {
        return jdbc.sql("""
                select :base as currency, price, true as fixed from variant where sku = :sku
                union all
                select * from (select currency, price, fixed from variant_price where sku = :sku order by currency) as others""")
                .param("base", Money.BASE)
                .param("sku", sku)
                .query(Listed.class)
                .list();
    }

    /** @param fixed whether somebody set it; else it follows the rate */
    public record Listed(String currency, long price, boolean fixed) {}

    private void say(PriceReason reason, String by) {
        jdbc.sql("""
                select set_config('shop.price_reason', :reason, true), set_config('shop.price_reason_de', :german, true),
                    set_config('shop.price_by', :by, true),
                    set_config('shop.price_at', :at, true)""")
                .param("reason", reason.text())
                .param("german", reason.german())
                .param("by", by)
                .param("at", clock.instant().toString())
                .query()
                .listOfRows();
    }

    /** In one currency, the newest first. */
    public List<PriceChange> history(String sku, String currency, int limit) {
        return jdbc.sql("""
                select sku, currency, previous, price, reason, reason_de, changed_by, at from price_change
                where sku = :sku and currency = :currency order by id desc limit :limit""")
                .param("sku", sku)
                .param("currency", currency)
                .param("limit", limit)
                .query(PriceChange.class)
                .list();
    }

    /** Of the last 30 days, today's among them, in the shop's own currency; empty for an unknown variant. */
    public Optional<Long> lowest(String sku) {
        return jdbc.sql("""
                select least(v.price, (select min(least(c.previous, c.price)) from price_change c
                                       where c.sku = v.sku and c.currency = :base and c.at > :since))
                from variant v where v.sku = :sku""")
                .param("base", Money.BASE)
                .param("since", since())
                .param("sku", sku)
                .query(Long.class)
                .optional();
    }

    public Optional<PriceTag> tag(String sku, String currency) {
        return tags(new String[] {sku}).stream()
                .filter(tag -> tag.currency().equals(currency))
                .findFirst();
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
