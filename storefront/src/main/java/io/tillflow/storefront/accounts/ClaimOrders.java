package io.tillflow.storefront.accounts;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders that were placed as a guest with an address that now is proven to be somebody's. */
@Repository
class ClaimOrders {
    private final JdbcClient jdbc;

    ClaimOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void of(UUID account, String email) {
        jdbc.sql("""
                update orders set account_id = :account
                where account_id is null and erase_asked_at is null
                  and customer_id = (select id from customer where email = :email)""").param("account", account).param("email", email).update();
    }
}
