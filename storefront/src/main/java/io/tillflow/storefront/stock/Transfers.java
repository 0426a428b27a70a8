package io.tillflow.storefront.stock;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All transfers between locations. */
@Repository
public class Transfers {
    private static final String COLUMNS = """
            select id, sku, origin, target, quantity, sent_at, sent_by, arrived, arrived_at, arrived_by, returned,
                   arrived is null and sent_at::date < cast(:counted as date) as overdue
            from stock_transfer
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration overdue;

    Transfers(JdbcClient jdbc, Clock clock, @Value("${shop.supply.overdue:60d}") Duration overdue) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.overdue = overdue;
    }

    /** Those overdue first, then those on their way, then the newest; of all articles when {@code sku} is null. */
    public List<Transfer> latest(@Nullable String sku, int most) {
        return ask("""
                        where cast(:sku as text) is null or sku = :sku
                        order by overdue desc, (arrived is null) desc, sent_at desc, id limit :most""")
                .param("sku", sku)
                .param("most", most)
                .query(Transfer.class)
                .list();
    }

    /** All of them, a page at a time. */
    public List<Transfer> all(UUID after, int most) {
        return ask("where id > :after order by id limit :most")
                .param("after", after)
                .param("most", most)
                .query(Transfer.class)
                .list();
    }

    public Optional<Transfer> find(UUID id) {
        return ask("where id = :id").param("id", id).query(Transfer.class).optional();
    }

    /** Locked until the transaction ends. */
    public Optional<Transfer> lock(UUID id) {
        return ask("where id = :id for update")
                .param("id", id)
                .query(Transfer.class)
                .optional();
    }

    public void send(UUID id, Lot lot, String target, String by) {
        jdbc.sql("""
                insert into stock_transfer (id, sku, origin, target, quantity, sent_at, sent_by)
                values (:id, :sku, :origin, :target, :quantity, :now, :by)""")
                .param("id", id)
                .param("sku", lot.sku())
                .param("origin", lot.location())
                .param("target", target)
                .param("quantity", lot.quantity())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
    }

    public void arrive(UUID id, int quantity, boolean returned, String by) {
        jdbc.sql("""
                update stock_transfer set arrived = :quantity, returned = :returned, arrived_at = :now, arrived_by = :by
                where id = :id and arrived is null""")
                .param("quantity", quantity)
                .param("returned", returned)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("id", id)
                .update();
    }

    private JdbcClient.StatementSpec ask(String which) {
        return jdbc.sql(COLUMNS + which)
                .param("counted", LocalDate.ofInstant(clock.instant().minus(overdue), ZoneOffset.UTC));
    }
}
