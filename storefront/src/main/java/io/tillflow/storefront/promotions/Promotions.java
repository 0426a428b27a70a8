package io.tillflow.storefront.promotions;

import io.tillflow.storefront.terms.Discount;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All promotions and how often they were used. */
@Repository
public class Promotions {
    private static final String COLUMNS = """
            select id, code, title, title_de, kind, value, buys, gets, category, at_least, combines, starts_at, ends_at, most_uses,
                most_per_customer from promotion\s""";

    private static final Duration KEPT_FOR = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    Promotions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Kept(List<Promotion> promotions, Instant until) {}

    public List<Promotion> all() {
        return jdbc.sql(COLUMNS + "order by id").query(Promotion.class).list();
    }

    /** Those without a code, as of a moment ago: every cart asks for them. */
    List<Promotion> forEverybody() {
        Kept known = kept;
        Instant now = clock.instant();
        if (known == null || known.until().isBefore(now) || known.until().isAfter(now.plus(KEPT_FOR))) {
            known = new Kept(
                    jdbc.sql(COLUMNS + "where code is null order by id")
                            .query(Promotion.class)
                            .list(),
                    now.plus(KEPT_FOR));
            kept = known;
        }
        return known.promotions();
    }

    public Optional<Promotion> byCode(String code) {
        return jdbc.sql(COLUMNS + "where code = :code")
                .param("code", code.strip().toUpperCase(Locale.ROOT))
                .query(Promotion.class)
                .optional();
    }

    /** Keeps others from counting the uses of these meanwhile; those without a limit need no waiting. */
    void lock(List<String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        jdbc.sql("select id from promotion where code = any(:codes) and most_uses is not null order by id for update")
                .param("codes", codes.toArray(String[]::new))
                .query()
                .listOfRows();
    }

    /** Orders and, since they hold their use as they hold their things, checkouts of other carts. */
    int uses(String id, @Nullable UUID exceptCart) {
        return jdbc.sql("""
                select (select count(*) from promotion_use where promotion = :id)
                    + (select count(*) from checkout where state in ('OPEN', 'PLACING') and expires_at > :now
                        and cart_id is distinct from cast(:cart as uuid)
                        and discounts @> jsonb_build_array(jsonb_build_object('promotion', cast(:id as text))))""")
                .param("id", id)
                .param("now", now())
                .param("cart", exceptCart)
                .query(Integer.class)
                .single();
    }

    /** By how many orders each was used; those that nobody used are not named. */
    public Map<String, Integer> used() {
        Map<String, Integer> used = new HashMap<>();
        jdbc.sql("select promotion, count(*)::int as orders from promotion_use group by promotion")
                .query(row -> {
                    used.put(row.getString("promotion"), row.getInt("orders"));
                });
        return used;
    }

    /** The first of these that somebody has used as often as one may. */
    public Optional<Promotion> exhaustedBy(String email, List<Discount> discounts) {
        return jdbc.sql(COLUMNS + """
                where id = any(:ids) and most_per_customer <=
                    (select count(*) from promotion_use u where u.promotion = promotion.id and u.email = lower(:email))
                order by id limit 1""")
                .param("ids", discounts.stream().map(Discount::promotion).toArray(String[]::new))
                .param("email", email)
                .query(Promotion.class)
                .optional();
    }

    /** What staff agreed to is no promotion, and not counted. */
    public void used(List<Discount> discounts, UUID orderId, String email) {
        for (Discount discount : discounts) {
            jdbc.sql("""
                    insert into promotion_use (promotion, order_id, email, at)
                    select id, :order, lower(:email), :now from promotion where id = :promotion
                    on conflict do nothing""")
                    .param("promotion", discount.promotion())
                    .param("order", orderId)
                    .param("email", email)
                    .param("now", now())
                    .update();
        }
    }

    public void put(Promotion p) {
        jdbc.sql("""
                insert into promotion (id, code, title, title_de, kind, value, buys, gets, category, at_least, combines, starts_at,
                    ends_at, most_uses, most_per_customer)
                values (:id, :code, :title, :titleDe, :kind, :value, :buys, :gets, :category, :atLeast, :combines, :starts, :ends,
                    :uses, :perCustomer)
                on conflict (id) do update set code = excluded.code, title = excluded.title, title_de = excluded.title_de, kind = excluded.kind,
                    value = excluded.value, buys = excluded.buys, gets = excluded.gets, category = excluded.category,
                    at_least = excluded.at_least, combines = excluded.combines, starts_at = excluded.starts_at,
                    ends_at = excluded.ends_at, most_uses = excluded.most_uses,
                    most_per_customer = excluded.most_per_customer""")
                .param("id", p.id())
                .param("code", p.code())
                .param("title", p.title())
                .param("titleDe", p.titleDe(), Types.VARCHAR)
                .param("kind", p.kind().name())
                .param("value", p.value())
                .param("buys", p.buys())
                .param("gets", p.gets())
                .param("category", p.category())
                .param("atLeast", p.atLeast())
                .param("combines", p.combines())
                .param("starts", Timestamp.from(p.startsAt()))
                .param("ends", p.endsAt() == null ? null : Timestamp.from(p.endsAt()))
                .param("uses", p.mostUses())
                .param("perCustomer", p.mostPerCustomer())
                .update();
        kept = null;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
