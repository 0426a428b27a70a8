package io.tillflow.storefront.cart;

import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever watches a left cart that it became an order; nobody does once its letter was not wanted any more. */
@Component
public class BoughtCarts {
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final LeftCartSettings settings;
    private final Clock clock;

    BoughtCarts(JdbcClient jdbc, Outbox outbox, LeftCartSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(UUID cart, UUID order, long total) {
        Instant since = clock.instant().minus(settings.bought());
        jdbc.sql("""
                update cart_reminder set order_id = :order
                where cart_id = :cart and order_id is null and outdated_at is null and told_at > :since returning id""")
                .param("order", order)
                .param("cart", cart)
                .param("since", Timestamp.from(since))
                .query(UUID.class)
                .list()
                .forEach(id -> outbox.publish(
                        EventType.CART_BOUGHT, id, Map.of("bought", Map.of("orderId", order, "total", total))));
    }
}
