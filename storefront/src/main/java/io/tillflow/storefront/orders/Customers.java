package io.tillflow.storefront.orders;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People who ordered, known by their e-mail address. */
@Repository
public class Customers {
    private final JdbcClient jdbc;
    private final Clock clock;

    Customers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a customer's earlier orders say. */
    public record Past(UUID id, int orders, int declines) {}

    /** Whether both orders are of one e-mail address or one account. */
    public boolean sameShopper(UUID order, UUID other) {
        return jdbc.sql("""
                select exists (select from orders a, orders b where a.id = :order and b.id = :other
                    and (a.customer_id = b.customer_id or a.account_id = b.account_id))""")
                .param("order", order)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }

    /** Finds or adds the customer and keeps their row until the transaction ends. */
    public Past ofEmail(String email) {
        UUID id = jdbc.sql("""
                insert into customer (id, email, created_at) values (:id, :email, :now)
                on conflict (email) do update set email = excluded.email returning id""")
                .param("id", UUID.randomUUID())
                .param("email", email)
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single();
        return jdbc.sql("""
                select count(*) as orders,
                    coalesce(sum(greatest(payment_attempts - 1, 0)), 0)
                        + count(*) filter (where state = 'CANCELLED' and reason ilike '%declin%') as declines
                from orders where customer_id = :id""")
                .param("id", id)
                .query((row, n) -> new Past(id, row.getInt("orders"), row.getInt("declines")))
                .single();
    }
}
