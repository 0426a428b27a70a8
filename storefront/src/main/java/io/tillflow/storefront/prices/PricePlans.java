package io.tillflow.storefront.prices;

import io.tillflow.storefront.prices.PricePlan.State;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All planned prices. */
@Repository
public class PricePlans {
    private static final String COLUMNS =
            "select id, sku, price, reason, author, starts_at, ends_at, state, before, made_at from price_plan ";

    private final JdbcClient jdbc;

    PricePlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one variant, or of all for null; the latest to begin first. */
    public List<PricePlan> of(@Nullable String sku, int limit) {
        return jdbc.sql(COLUMNS + """
                        where cast(:sku as text) is null or sku = :sku order by starts_at desc, id limit :limit""")
                .param("sku", sku, Types.VARCHAR)
                .param("limit", limit)
                .query(PricePlan.class)
                .list();
    }

    public Optional<PricePlan> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(PricePlan.class)
                .optional();
    }

    Optional<PricePlan> lock(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id for update")
                .param("id", id)
                .query(PricePlan.class)
                .optional();
    }

    /** The price of a variant, which nobody else changes meanwhile. */
    Optional<Long> lockPrice(String sku) {
        return jdbc.sql("select price from variant where sku = :sku for update")
                .param("sku", sku)
                .query(Long.class)
                .optional();
    }

    Optional<PricePlan> overlapping(PricePlan plan) {
        return jdbc.sql(COLUMNS + """
                        where sku = :sku and state in ('PLANNED', 'RUNNING')
                          and tstzrange(starts_at, ends_at) && tstzrange(:starts, cast(:ends as timestamptz))
                        order by starts_at limit 1""")
                .param("sku", plan.sku())
                .param("starts", Timestamp.from(plan.startsAt()))
                .param("ends", timestamp(plan.endsAt()), Types.TIMESTAMP)
                .query(PricePlan.class)
                .optional();
    }

    /** The one that holds now, if one does that will end. */
    public Optional<PricePlan> running(String sku) {
        return jdbc.sql(COLUMNS + "where sku = :sku and state = 'RUNNING' order by starts_at desc limit 1")
                .param("sku", sku)
                .query(PricePlan.class)
                .optional();
    }

    void insert(PricePlan plan) {
        jdbc.sql("""
                insert into price_plan (id, sku, price, reason, author, starts_at, ends_at, made_at)
                values (:id, :sku, :price, :reason, :author, :starts, :ends, :made)""")
                .param("id", plan.id())
                .param("sku", plan.sku())
                .param("price", plan.price())
                .param("reason", plan.reason())
                .param("author", plan.author())
                .param("starts", Timestamp.from(plan.startsAt()))
                .param("ends", timestamp(plan.endsAt()), Types.TIMESTAMP)
                .param("made", Timestamp.from(plan.madeAt()))
                .update();
    }

    /** Those that end first, so that one may begin where another ends. */
    List<UUID> due(Instant now) {
        return jdbc.sql("""
                select id from price_plan
                where (state = 'RUNNING' and ends_at <= :now) or (state = 'PLANNED' and starts_at <= :now)
                order by state = 'PLANNED', starts_at, id limit 500""").param("now", Timestamp.from(now)).query(UUID.class).list();
    }

    void move(UUID id, State state, @Nullable Long before) {
        jdbc.sql("update price_plan set state = :state, before = :before where id = :id")
                .param("state", state.name())
                .param("before", before, Types.BIGINT)
                .param("id", id)
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
