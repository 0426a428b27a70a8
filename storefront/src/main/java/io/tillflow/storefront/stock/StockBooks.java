package io.tillflow.storefront.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads counts and ledger, a page at a time. */
@Repository
public class StockBooks {
    private final JdbcClient jdbc;

    StockBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<StockLevel> level(String sku) {
        return jdbc.sql("select sku, on_hand, held, reserved, allocated from stock where sku = :sku")
                .param("sku", sku)
                .query(StockLevel.class)
                .optional();
    }

    public Map<String, StockLevel> levels(Collection<String> skus) {
        return jdbc
                .sql("select sku, on_hand, held, reserved, allocated from stock where sku = any(:skus)")
                .param("skus", skus.toArray(String[]::new))
                .query(StockLevel.class)
                .list()
                .stream()
                .collect(Collectors.toMap(StockLevel::sku, level -> level));
    }

    public List<StockLevel> levels(String after, int limit) {
        return jdbc.sql("""
                select sku, on_hand, held, reserved, allocated from stock
                where sku > :after order by sku limit :limit""")
                .param("after", after)
                .param("limit", limit)
                .query(StockLevel.class)
                .list();
    }

    public List<Movement> movements(long after, int limit, @Nullable String sku, @Nullable UUID orderId) {
        return jdbc.sql("""
                select id, kind, sku, quantity, order_id, checkout_id, reason, at from stock_movement
                where id > :after
                  and (cast(:sku as text) is null or sku = :sku)
                  and (cast(:order as uuid) is null or order_id = :order)
                order by id limit :limit""")
                .param("after", after)
                .param("limit", limit)
                .param("sku", sku)
                .param("order", orderId)
                .query((row, n) -> movement(row))
                .list();
    }

    /** The newest first. */
    public List<Movement> latest(String sku, int most) {
        return jdbc.sql("""
                select id, kind, sku, quantity, order_id, checkout_id, reason, at from stock_movement
                where sku = :sku order by id desc limit :most""")
                .param("sku", sku)
                .param("most", most)
                .query((row, n) -> movement(row))
                .list();
    }

    private static Movement movement(ResultSet row) throws SQLException {
        return new Movement(
                row.getLong("id"),
                Movement.Kind.valueOf(row.getString("kind")),
                row.getString("sku"),
                row.getInt("quantity"),
                row.getObject("order_id", UUID.class),
                row.getObject("checkout_id", UUID.class),
                row.getString("reason"),
                row.getTimestamp("at").toInstant());
    }
}
