package io.tillflow.storefront.wishes;

import io.tillflow.storefront.money.Money;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All wish lists. */
@Repository
public class Wishes {
    /** More is a catalogue. */
    public static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Wishes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public UUID create() {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into wish_list (id, touched_at) values (:id, :now)")
                .param("id", id)
                .param("now", now())
                .update();
        return id;
    }

    public boolean exists(UUID id) {
        return jdbc.sql("select exists (select 1 from wish_list where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** The latest first. */
    public List<Wish> of(UUID id) {
        return jdbc.sql(
                        "select product, added_price, currency from wish where list_id = :id order by added_at desc, product")
                .param("id", id)
                .query(Wish.class)
                .list();
    }

    /** Wishing twice is wishing once; beyond {@link #MOST} nothing is added. */
    @Transactional
    public void add(UUID id, String product, long price) {
        jdbc.sql("""
                insert into wish (list_id, product, added_price, currency, added_at)
                select :id, :product, :price, :currency, :now
                where (select count(*) from wish where list_id = :id) < :most
                on conflict do nothing""")
                .param("id", id)
                .param("product", product)
                .param("price", price)
                .param("currency", Money.currency())
                .param("now", now())
                .param("most", MOST)
                .update();
        touch(id);
    }

    @Transactional
    public void remove(UUID id, String product) {
        jdbc.sql("delete from wish where list_id = :id and product = :product")
                .param("id", id)
                .param("product", product)
                .update();
        touch(id);
    }

    /** The account's one list; what a browser without a sign-in had joins it. */
    @Transactional
    public UUID ofAccount(UUID account, Optional<UUID> guests) {
        UUID own = jdbc.sql("""
                insert into wish_list (id, account_id, touched_at) values (:id, :account, :now)
                on conflict (account_id) do update set touched_at = excluded.touched_at returning id""")
                .param("id", UUID.randomUUID())
                .param("account", account)
                .param("now", now())
                .query(UUID.class)
                .single();
        guests.filter(this::lockGuests).ifPresent(guest -> {
            jdbc.sql("""
                    insert into wish (list_id, product, added_price, currency, added_at)
                    select :own, product, added_price, currency, added_at from wish where list_id = :guest
                    on conflict do nothing""").param("own", own).param("guest", guest).update();
            jdbc.sql("delete from wish_list where id = :guest")
                    .param("guest", guest)
                    .update();
        });
        return own;
    }

    private boolean lockGuests(UUID id) {
        return jdbc.sql("select id from wish_list where id = :id and account_id is null for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    private void touch(UUID id) {
        jdbc.sql("update wish_list set touched_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
