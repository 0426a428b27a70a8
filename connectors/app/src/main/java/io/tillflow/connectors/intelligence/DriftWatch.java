package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.intelligence.Drift.Bought;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks whether the world is still the one that the live version learned from, and keeps what it saw. */
@Component
public class DriftWatch {
    private static final int FEWEST_ORDERS = 200;

    private final JdbcClient database;
    private final Registry registry;
    private final ShopHistory orders;
    private final Clock clock;

    DriftWatch(JdbcClient database, Registry registry, ShopHistory orders, Clock clock) {
        this.database = database;
        this.registry = registry;
        this.orders = orders;
        this.clock = clock;
    }

    /** What was seen last of the version in use. */
    public Optional<Drift> latest(ModelVersion live) {
        return database.sql("""
                select version, psi, orders, at from intelligence.drift
                 where model = :model and version = :version order by at desc limit 1
                """)
                .param("model", live.model())
                .param("version", live.version())
                .query(Drift.class)
                .optional();
    }

    /** Looks now; nothing while too few orders came since the live version's window, or where the products tell nothing. */
    Optional<Drift> look(LivingModel model) {
        Optional<ModelVersion> live = registry.live(model.word());
        if (live.isEmpty() || !model.learnsFromBaskets()) {
            return Optional.empty();
        }
        Optional<Window> window = orders.window(model.rows(), live.get().windowTo());
        int since = window.map(it -> it.rows() - it.seen()).orElse(0);
        if (since < FEWEST_ORDERS) {
            return Optional.empty();
        }
        Drift drift = new Drift(live.get().version(), Drift.psi(bought(live.get())), since, clock.instant());
        database.sql("""
                insert into intelligence.drift (model, version, at, psi, orders) values (:model, :version, :at, :psi, :orders)
                on conflict do nothing
                """)
                .param("model", model.word())
                .param("version", drift.version())
                .param("at", Timestamp.from(drift.at()))
                .param("psi", drift.psi())
                .param("orders", drift.orders())
                .update();
        return Optional.of(drift);
    }

    private List<Bought> bought(ModelVersion live) {
        return database.sql("""
                select product, count(*) filter (where placed_at <= :to) as "then", count(*) filter (where placed_at > :to) as since
                  from shop.reporting_basket cross join unnest(products) as product
                 where placed_at >= :from group by product order by 2 desc, product
                """)
                .param("from", Timestamp.from(live.windowFrom()))
                .param("to", Timestamp.from(live.windowTo()))
                .query(Bought.class)
                .list();
    }
}
