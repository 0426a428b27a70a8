package io.tillflow.storefront.cart;

import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the automation of carts that somebody left, if they agreed to be written to; once, until they touch it again.
 * Whether and how somebody is reminded is for a process to say.
 */
@Component
public class LeftCarts {
    private static final Logger log = LoggerFactory.getLogger(LeftCarts.class);
    private static final int AT_ONCE = 200;
    private static final Duration LATELY = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final LeftCartSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LeftCarts(JdbcClient jdbc, Outbox outbox, LeftCartSettings settings, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @param recent how many letters about carts the account got lately */
    private record Left(UUID id, UUID accountId, int items, long total, int recent) {}

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT5M")
    void look() {
        try {
            tell();
        } catch (DataAccessException | TransactionException e) {
            log.debug("left carts are told of when the database is back", e);
        }
    }

    /** Answers of how many it told. */
    public int tell() {
        return transaction.execute(tx -> {
            List<Left> left = left();
            left.forEach(this::tell);
            return left.size();
        });
    }

    private void tell(Left cart) {
        jdbc.sql("update cart set left_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", cart.id())
                .update();
        UUID reminder = UUID.randomUUID();
        jdbc.sql("""
                insert into cart_reminder (id, account_id, cart_id, told_at, total)
                values (:id, :account, :cart, :now, :total)""")
                .param("id", reminder)
                .param("account", cart.accountId())
                .param("cart", cart.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("total", cart.total())
                .update();
        outbox.publish(
                EventType.CART_ABANDONED,
                reminder,
                Map.of(
                        "businessKey",
                        "cart " + cart.id().toString().substring(0, 8),
                        "reminder",
                        Map.of(
                                "id", reminder,
                                "items", cart.items(),
                                "total", cart.total(),
                                "recent", cart.recent()),
                        "customer",
                        Map.of("accountId", cart.accountId())));
    }

    private List<Left> left() {
        Instant before = clock.instant().minus(settings.after());
        return jdbc.sql("""
                select c.id, c.account_id,
                    (select sum(l.quantity) from cart_line l where l.cart_id = c.id) as items,
                    (select sum(l.quantity * v.price) from cart_line l join variant v on v.sku = l.sku
                     where l.cart_id = c.id) as total,
                    (select count(*) from cart_reminder r
                     where r.account_id = c.account_id and r.written_at > :lately) as recent
                from cart c join account a on a.id = c.account_id and a.marketing
                where c.touched_at < :before and (c.left_at is null or c.left_at < c.touched_at)
                  and exists (select 1 from cart_line l where l.cart_id = c.id)
                  and not exists (select 1 from checkout k where k.cart_id = c.id and k.state in ('OPEN', 'PLACING'))
                order by c.touched_at limit :most for update of c skip locked""")
                .param("before", Timestamp.from(before))
                .param("lately", Timestamp.from(clock.instant().minus(LATELY)))
                .param("most", AT_ONCE)
                .query(Left.class)
                .list();
    }
}
