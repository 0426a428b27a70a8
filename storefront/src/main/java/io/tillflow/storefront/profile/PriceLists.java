package io.tillflow.storefront.profile;

import io.tillflow.storefront.money.OtherCurrency;
import java.time.Clock;
import java.util.List;
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

    /** Another rate changes every price that follows it, each as a change of that price; the same again changes nothing. */
    @Transactional
    public void follow(List<OtherCurrency> currencies, String by) {
        jdbc.sql("""
                select set_config('shop.price_reason', '', true), set_config('shop.price_by', :by, true),
                    set_config('shop.price_at', :at, true)""")
                .param("by", by)
                .param("at", clock.instant().toString())
                .query()
                .listOfRows();
        currencies.forEach(it -> jdbc.sql("""
                insert into price_list (currency, rate, step, ending) values (:currency, :rate, :step, :ending)
                on conflict (currency) do update set rate = excluded.rate, step = excluded.step, ending = excluded.ending
                where (price_list.rate, price_list.step, price_list.ending)
                    is distinct from (excluded.rate, excluded.step, excluded.ending)""")
                .param("currency", it.code())
                .param("rate", it.perBase())
                .param("step", it.ending().step(it.code()))
                .param("ending", it.ending().end(it.code()))
                .update());
    }
}
