package io.tillflow.storefront.accounts;

import io.tillflow.storefront.events.EventLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends an account: everything about the person goes, orders stay for the books without a name. */
@Service
public class EraseAccount {
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final EraseOrders orders;
    private final EventLog events;

    EraseAccount(JdbcClient jdbc, Accounts accounts, EraseOrders orders, EventLog events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.orders = orders;
        this.events = events;
    }

    @Transactional
    public void erase(Account account) {
        orders.ask(account.id(), account.email());
        jdbc.sql("update checkout set details = null where state = 'EXPIRED' and cart_id in"
                        + " (select id from cart where account_id = :id)")
                .param("id", account.id())
                .update();
        jdbc.sql("delete from account_letter where email = :email")
                .param("email", account.email())
                .update();
        jdbc.sql("delete from draft_order where lower(details -> 'contact' ->> 'email') = lower(:email)")
                .param("email", account.email())
                .update();
        events.forget(account.id());
        accounts.delete(account.id());
        orders.eraseFinished();
    }
}
