package io.tillflow.storefront.events;

import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
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

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final EventSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LeftCarts(JdbcClient jdbc, Outbox outbox, EventSettings settings, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Left(UUID id, UUID accountId, int items, long total) {}

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
        outbox.publish(
                EventType.CART_ABANDONED,
                cart.id(),
                Map.of(
                        "businessKey", cart.id(),
                        "cart", Map.of("id", cart.id(), "items", cart.items(), "total", cart.total()),
                        "customer", Map.of("accountId", cart.accountId())));
    }

    private List<Left> left() {
        Instant before = clock.instant().minus(settings.cartLeftAfter());
        return jdbc.sql("""
                select c.id, c.account_id,
                    (select sum(l.quantity) from cart_line l where l.cart_id = c.id) as items,
                    (select sum(l.quantity * v.price) from cart_line l join variant v on v.sku = l.sku
                     where l.cart_id = c.id) as total
                from cart c join account a on a.id = c.account_id and a.marketing
                where c.touched_at < :before and (c.left_at is null or c.left_at < c.touched_at)
                  and exists (select 1 from cart_line l where l.cart_id = c.id)
                  and not exists (select 1 from checkout k where k.cart_id = c.id and k.state in ('OPEN', 'PLACING'))
                order by c.touched_at limit :most for update of c skip locked""")
                .param("before", Timestamp.from(before))
                .param("most", AT_ONCE)
                .query(Left.class)
                .list();
    }
}
