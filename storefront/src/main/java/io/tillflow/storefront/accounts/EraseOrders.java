package io.tillflow.storefront.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps orders for the books and forgets whose they were. A parcel still to be carried, a return or a question under way needs
 * its address, so such an order is forgotten when it is done.
 */
@Repository
public class EraseOrders {
    private static final Logger log = LoggerFactory.getLogger(EraseOrders.class);
    private static final String NOBODY = "'erased-' || %s || '@erased.invalid'";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EraseOrders(JdbcClient jdbc, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Marks what shall be forgotten, and forgets at once who the customer was. */
    @Transactional(propagation = Propagation.MANDATORY)
    void ask(UUID account, String email) {
        jdbc.sql("""
                update orders set erase_asked_at = :now
                where erase_asked_at is null and (account_id = :account
                   or (account_id is null and customer_id = (select id from customer where email = :email)))""")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account)
                .param("email", email)
                .update();
        jdbc.sql("update customer set name = '', phone = '', address = '{}', note = '', marketing = false, email = "
                        + NOBODY.formatted("id") + " where email = :email")
                .param("email", email)
                .update();
        jdbc.sql("update past_order set email = " + NOBODY.formatted("number") + " where email = :email")
                .param("email", email)
                .update();
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    void sweep() {
        try {
            transaction.executeWithoutResult(tx -> eraseFinished());
        } catch (DataAccessException | TransactionException e) {
            log.debug("orders are forgotten when the database is back", e);
        }
    }

    /** Forgets whose the finished ones among the marked were; answers how many. */
    @Transactional
    public int eraseFinished() {
        List<UUID> due = jdbc.sql("""
                select o.id from orders o
                where o.erase_asked_at is not null and o.email not like 'erased-%@erased.invalid'
                  and o.state in ('COMPLETED', 'CANCELLED')
                  and not exists (select 1 from order_return r where r.order_id = o.id
                                  and r.state not in ('EXCHANGED', 'REFUNDED', 'REFUSED'))
                  and not exists (select 1 from support_request s where s.order_id = o.id
                                  and s.state in ('REQUESTED', 'WITH_PERSON'))
                for update""").query(UUID.class).list();
        due.forEach(this::erase);
        return due.size();
    }

    private void erase(UUID order) {
        String nowhere = "jsonb_build_object('name', 'Erased', 'street', '', 'extra', '', 'postcode', '', 'town', '',"
                + " 'country', %s ->> 'country')";
        for (String sql : List.of(
                "update orders set email = " + NOBODY.formatted("id") + ", phone = '', token = gen_random_uuid()::text"
                        + ", shipping = " + nowhere.formatted("shipping") + ", billing = "
                        + nowhere.formatted("billing")
                        + ", tracking_number = null, tracking_url = null where id = :order",
                "update promotion_use set email = " + NOBODY.formatted("order_id") + " where order_id = :order",
                "update review set name = 'A buyer' where order_id = :order",
                "update order_return set tracking_number = null, tracking_url = null, label_url = null where order_id = :order",
                "update support_message set body = '(erased)', name = '' where request_id in"
                        + " (select id from support_request where order_id = :order)",
                "update staff_act set outcome = '' where order_id = :order",
                "delete from notice where order_id = :order",
                "update order_note set body = '(erased)' where order_id = :order",
                "update checkout set details = null where order_id = :order")) {
            jdbc.sql(sql).param("order", order).update();
        }
    }
}
