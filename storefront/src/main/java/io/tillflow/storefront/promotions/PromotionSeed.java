package io.tillflow.storefront.promotions;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives a shop without any promotion a few, to try and to change. */
@Component
public class PromotionSeed {
    private final JdbcClient jdbc;
    private final Clock clock;

    PromotionSeed(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void fillWhenEmpty() {
        jdbc.sql("""
                insert into promotion (id, code, title, title_de, kind, value, buys, gets, category, at_least, combines, starts_at,
                    most_per_customer)
                select id, code, title, title_de, kind, value, buys, gets, category, at_least, combines, :now, most_per_customer
                from (values
                    ('welcome', 'WELCOME10', 'Welcome, 10 % off', 'Willkommen, 10 % Rabatt', 'PERCENT', 10, 0, 0, null, 4000, false, 1),
                    ('post-free', 'POSTFREE', 'Free delivery', 'Kostenlose Lieferung', 'FREE_DELIVERY', 0, 0, 0, null, 0, true, null),
                    ('three-candles', null, 'Three candles for two', 'Drei Kerzen zum Preis von zwei', 'BUY_X_GET_Y', 0, 2, 1, 'candles', 0, true, null)
                ) as first (id, code, title, title_de, kind, value, buys, gets, category, at_least, combines, most_per_customer)
                where not exists (select 1 from promotion)
                  and (category is null or exists (select 1 from category c where c.id = first.category))
                on conflict do nothing""").param("now", Timestamp.from(clock.instant())).update();
    }
}
