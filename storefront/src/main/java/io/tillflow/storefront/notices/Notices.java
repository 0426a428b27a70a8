package io.tillflow.storefront.notices;

import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.database.Notifications;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All notices: about an order they are on its page, and whoever has an account finds theirs there and on the first page until they put them away. */
@Repository
public class Notices {
    private static final int SHOWN = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Written again with the same id it is the same notice. Open pages of the order show it at once. False: there is no such order. */
    public boolean writeAboutOrder(UUID id, UUID orderId, String body) {
        return jdbc.sql("""
                with known as (select id, account_id from orders where id = :order and email not like 'erased-%@erased.invalid'),
                written as (
                    insert into notice (id, order_id, account_id, body, written_at)
                    select :id, id, account_id, :body, :now from known on conflict (id) do nothing)
                select pg_notify(:channel, id::text) from known""")
                        .param("id", id)
                        .param("order", orderId)
                        .param("body", body)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("channel", Notifications.ORDERS)
                        .query()
                        .listOfRows()
                        .size()
                == 1;
    }

    /** The same for somebody who is told of no order. False: there is no such account. */
    public boolean writeToAccount(UUID id, UUID accountId, String body) {
        return jdbc.sql("""
                with known as (select id from account where id = :account),
                written as (
                    insert into notice (id, account_id, body, written_at)
                    select :id, id, :body, :now from known on conflict (id) do nothing)
                select id from known""")
                .param("id", id)
                .param("account", accountId)
                .param("body", body)
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** The newest first; also those put away elsewhere. */
    public List<Notice> aboutOrder(UUID orderId) {
        return jdbc.sql("""
                select id, body, written_at from notice where order_id = :order order by written_at desc, id limit :most""")
                .param("order", orderId)
                .param("most", SHOWN)
                .query(Notice.class)
                .list();
    }

    /** Those not put away yet, the newest first; none while the database is away. */
    public List<Notice> of(Account account) {
        try {
            return jdbc.sql("""
                    select id, body, written_at from notice where account_id = :account and seen_at is null
                    order by written_at desc, id limit :most""")
                    .param("account", account.id())
                    .param("most", SHOWN)
                    .query(Notice.class)
                    .list();
        } catch (DataAccessException away) {
            return List.of();
        }
    }

    /** Its reader needs it no more; somebody else's stays. */
    public void putAway(Account account, UUID id) {
        jdbc.sql("update notice set seen_at = :now where id = :id and account_id = :account and seen_at is null")
                .param("id", id)
                .param("account", account.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
