package io.tillflow.storefront.reviews;

import io.tillflow.storefront.reviews.Review.State;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** All reviews; those shown are kept in memory, since every product page asks for them. */
@Repository
public class Reviews {
    private static final String COLUMNS =
            "select id, product, order_id, name, stars, body, state, reason, written_at from review ";

    private final JdbcClient jdbc;
    private volatile Map<String, List<Review>> shown = Map.of();

    Reviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    public List<Review> shown(String product) {
        return shown.getOrDefault(product, List.of());
    }

    public Optional<Review> of(UUID orderId, String product) {
        return jdbc.sql(COLUMNS + "where order_id = :order and product = :product")
                .param("order", orderId)
                .param("product", product)
                .query(Review.class)
                .optional();
    }

    /**
     * Writes it, or writes it anew; a changed one is read again before it is shown.
     *
     * @return its id, which stays; empty when it said the same before, or was changed too often within a day
     */
    Optional<UUID> write(Review review) {
        Optional<UUID> id = jdbc.sql("""
                insert into review (id, product, order_id, name, stars, body, state, reason, written_at)
                values (:id, :product, :order, :name, :stars, :body, 'WAITING', '', :at)
                on conflict (order_id, product) do update set name = excluded.name, stars = excluded.stars,
                    body = excluded.body, state = 'WAITING', reason = '', written_at = excluded.written_at,
                    changes = case when review.changes_since > :before then review.changes + 1 else 1 end,
                    changes_since = case when review.changes_since > :before then review.changes_since else :at end
                 where (review.name, review.stars, review.body) is distinct from (excluded.name, excluded.stars, excluded.body)
                   and not (coalesce(review.changes_since > :before, false) and review.changes >= :most)
                returning id""")
                .param("id", review.id())
                .param("product", review.product())
                .param("order", review.orderId())
                .param("name", review.name())
                .param("stars", review.stars())
                .param("body", review.body())
                .param("at", Timestamp.from(review.writtenAt()))
                .param("before", Timestamp.from(review.writtenAt().minus(Review.DAY)))
                .param("most", Review.MOST_CHANGES)
                .query(UUID.class)
                .optional();
        refresh();
        return id;
    }

    /** In the order they were written. */
    public List<Review> page(State state, int from, int limit) {
        return jdbc.sql(COLUMNS + "where state = :state order by written_at, id offset :from limit :limit")
                .param("state", state.name())
                .param("from", from)
                .param("limit", limit)
                .query(Review.class)
                .list();
    }

    public Optional<Review> decide(UUID id, State state, String reason) {
        jdbc.sql("update review set state = :state, reason = :reason where id = :id")
                .param("state", state.name())
                .param("reason", reason)
                .param("id", id)
                .update();
        refresh();
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Review.class)
                .optional();
    }

    @Scheduled(fixedDelayString = "${shop.reviews-refresh:30s}")
    void refreshNowAndThen() {
        try {
            refresh();
        } catch (DataAccessException away) {
            // those shown last stay
        }
    }

    private void refresh() {
        Map<String, List<Review>> fresh = new HashMap<>();
        jdbc.sql(COLUMNS + "where state = 'SHOWN' order by written_at desc, id")
                .query(Review.class)
                .list()
                .forEach(review -> fresh.computeIfAbsent(review.product(), p -> new ArrayList<>())
                        .add(review));
        shown = Map.copyOf(fresh);
    }
}
