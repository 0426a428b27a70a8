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
    private static final String PLACES = """
            select p.sku, p.location, p.on_hand,
                   (select coalesce(sum(s.quantity), 0) from stock_share s where s.sku = p.sku and s.location = p.location) as allocated
            from stock_place p join location l on l.id = p.location
            """;

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

    /** What the ledger is asked about; null for all. */
    public record About(
            @Nullable String sku,
            @Nullable String location,
            @Nullable UUID orderId) {}

    public List<Movement> movements(long after, int limit, About about) {
        return jdbc.sql("""
                select id, kind, sku, quantity, order_id, checkout_id, reason, location, at from stock_movement
                where id > :after
                  and (cast(:sku as text) is null or sku = :sku)
                  and (cast(:location as text) is null or location = :location)
                  and (cast(:order as uuid) is null or order_id = :order)
                order by id limit :limit""")
                .param("after", after)
                .param("limit", limit)
                .param("sku", about.sku())
                .param("location", about.location())
                .param("order", about.orderId())
                .query((row, n) -> movement(row))
                .list();
    }

    /** The newest first. */
    public List<Movement> latest(String sku, int most) {
        return jdbc.sql("""
                select id, kind, sku, quantity, order_id, checkout_id, reason, location, at from stock_movement
                where sku = :sku order by id desc limit :most""")
                .param("sku", sku)
                .param("most", most)
                .query((row, n) -> movement(row))
                .list();
    }

    /** How many of an article lie somewhere, and how many of them are set aside. */
    public record AtPlace(String sku, String location, int onHand, int allocated) {
        /** What belongs to nobody yet. */
        public int unallocated() {
            return onHand - allocated;
        }
    }

    /** Where they lie, in the order in which orders are served. */
    public List<AtPlace> places(Collection<String> skus) {
        return jdbc.sql(PLACES + "where p.sku = any(:skus) order by l.position, l.id, p.sku")
                .param("skus", skus.toArray(String[]::new))
                .query(AtPlace.class)
                .list();
    }

    /** All articles at all locations, a page at a time. */
    public List<AtPlace> places(String afterSku, String afterLocation, int limit) {
        return jdbc.sql(PLACES + """
                        where (p.sku, p.location) > (:sku, :location) order by p.sku, p.location limit :limit""")
                .param("sku", afterSku)
                .param("location", afterLocation)
                .param("limit", limit)
                .query(AtPlace.class)
                .list();
    }

    /**
     * Some of an article at a location, set aside for somebody.
     *
     * @param owner the id of an order, or of a return whose shopper gets it instead
     */
    public record SetAside(UUID owner, String sku, String location, int quantity) {}

    /** Everything that is set aside, a page at a time. */
    public List<SetAside> setAside(SetAside after, int limit) {
        return jdbc.sql("""
                select owner, sku, location, quantity from stock_share
                where (owner, sku, location) > (:owner, :sku, :location) order by owner, sku, location limit :limit""")
                .param("owner", after.owner())
                .param("sku", after.sku())
                .param("location", after.location())
                .param("limit", limit)
                .query(SetAside.class)
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
                row.getString("location"),
                row.getTimestamp("at").toInstant());
    }
}
