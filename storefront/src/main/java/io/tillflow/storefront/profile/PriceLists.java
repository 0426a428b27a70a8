package io.tillflow.storefront.profile;

import io.tillflow.storefront.money.OtherCurrency;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a price list for each further currency; the database lets its prices follow. */
@Component
public class PriceLists {
    private final JdbcClient jdbc;
    private final Clock clock;

    PriceLists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until the transaction ends no price and no list is changed by anybody else. */
    public static void alone(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('shop price lists'))")
                .query()
                .listOfRows();
    }

    /**
     * Another rate changes every price that follows it, each as a change of that price; the same again changes nothing.
     *
     * @param wanted asked while nobody else changes the lists
     */
    @Transactional
    public void follow(Supplier<List<OtherCurrency>> wanted, String by) {
        alone(jdbc);
        jdbc.sql("""
                select set_config('shop.price_reason', '', true), set_config('shop.price_by', :by, true),
                    set_config('shop.price_at', :at, true)""")
                .param("by", by)
                .param("at", clock.instant().toString())
                .query()
                .listOfRows();
        wanted.get()
                .forEach(it -> jdbc.sql("""
                insert into price_list (currency, rate, step, ending) values (:currency, :rate, :step, :ending)
                on conflict (currency) do update set rate = excluded.rate, step = excluded.step, ending = excluded.ending
                where (price_list.rate, price_list.step, price_list.ending)
                    is distinct from (excluded.rate, excluded.step, excluded.ending)""")
                        .param("currency", it.code())
                        .param("rate", it.perBase())
                        .param("step", it.ending().step(it.code()))
                        .param("ending", it.ending().end(it.code()))
                        .update());
        mend();
    }

    /** What is missing on a list or does not follow it any more, however that came to be. */
    private void mend() {
        jdbc.sql("""
                insert into variant_price (sku, currency, price)
                select v.sku, l.currency, f.price
                from variant v cross join price_list l
                    cross join lateral (select listed_price(v.price, l.rate, l.step, l.ending) as price) f
                    left join variant_price p on p.sku = v.sku and p.currency = l.currency
                where p.sku is null or (not p.fixed and p.price <> f.price)
                order by v.sku
                on conflict (sku, currency) do update set price = excluded.price""").update();
    }
}
