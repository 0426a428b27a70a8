package io.tillflow.storefront.prices;

import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.prices.PricePlan.State;
import io.tillflow.storefront.profile.PriceLists;
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
            "select id, sku, currency, price, reason, reason_de, author, starts_at, ends_at, state, before, followed, made_at"
                    + " from price_plan ";

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

    /** The price of a variant in a currency, which nobody else changes meanwhile. */
    Optional<Standing> lockPrice(String sku, String currency) {
        boolean own = currency.equals(Money.BASE);
        if (!own) {
            // before the row: who changes the shop's own price holds the lists first, too
            PriceLists.alone(jdbc);
        }
        return jdbc.sql(own ? """
                select price, false as follows from variant where sku = :sku for no key update""" : """
                select price, not fixed as follows from variant_price where sku = :sku and currency = :currency for update""")
                .param("sku", sku)
                .param("currency", currency)
                .query(Standing.class)
                .optional();
    }

    /** @param follows whether it is the shop's own price times the rate */
    record Standing(long price, boolean follows) {}

    Optional<PricePlan> overlapping(PricePlan plan) {
        return jdbc.sql(COLUMNS + """
                        where sku = :sku and currency = :currency and state in ('PLANNED', 'RUNNING')
                          and tstzrange(starts_at, ends_at) && tstzrange(:starts, cast(:ends as timestamptz))
                        order by starts_at limit 1""")
                .param("sku", plan.sku())
                .param("currency", plan.currency())
                .param("starts", Timestamp.from(plan.startsAt()))
                .param("ends", timestamp(plan.endsAt()), Types.TIMESTAMP)
                .query(PricePlan.class)
                .optional();
    }

    /** The one in the shop's own currency that holds now, if one does that will end. */
    public Optional<PricePlan> running(String sku) {
        return jdbc.sql(COLUMNS + """
                        where sku = :sku and currency = :base and state = 'RUNNING' order by starts_at desc limit 1""")
                .param("sku", sku)
                .param("base", Money.BASE)
                .query(PricePlan.class)
                .optional();
    }

    /** False when there is one of this id already. */
    boolean insert(PricePlan plan) {
        return jdbc.sql("""
                insert into price_plan (id, sku, currency, price, reason, reason_de, author, starts_at, ends_at, made_at)
                values (:id, :sku, :currency, :price, :reason, :reasonDe, :author, :starts, :ends, :made)
                on conflict (id) do nothing""")
                        .param("id", plan.id())
                        .param("sku", plan.sku())
                        .param("price", plan.price())
                        .param("currency", plan.currency())
                        .param("reason", plan.reason())
                        .param("reasonDe", plan.reasonDe())
                        .param("author", plan.author())
                        .param("starts", Timestamp.from(plan.startsAt()))
                        .param("ends", timestamp(plan.endsAt()), Types.TIMESTAMP)
                        .param("made", Timestamp.from(plan.madeAt()))
                        .update()
                == 1;
    }

    /** Of a variant what still holds although its time is over. */
    List<UUID> over(String sku, String currency, Instant now) {
        return jdbc.sql(
                        "select id from price_plan where sku = :sku and currency = :currency and state = 'RUNNING' and ends_at <= :now")
                .param("sku", sku)
                .param("currency", currency)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .list();
    }

    /** Those that end first, so that one may begin where another ends. */
    List<UUID> due(Instant now) {
        return jdbc.sql("""
                select id from price_plan
                where (state = 'RUNNING' and ends_at <= :now) or (state = 'PLANNED' and starts_at <= :now)
                order by state = 'PLANNED', starts_at, id limit 500""").param("now", Timestamp.from(now)).query(UUID.class).list();
    }

    /** It takes the place of another price. */
    void begin(UUID id, State state, Standing before) {
        jdbc.sql("update price_plan set state = :state, before = :before, followed = :followed where id = :id")
                .param("state", state.name())
                .param("before", before.price())
                .param("followed", before.follows())
                .param("id", id)
                .update();
    }

    void move(UUID id, State state) {
        jdbc.sql("update price_plan set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
