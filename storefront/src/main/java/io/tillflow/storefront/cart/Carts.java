package io.tillflow.storefront.cart;

import io.tillflow.storefront.money.Money;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All carts; the id is random and known to its shopper alone. */
@Repository
public class Carts {
    /** More of one thing than this is a matter for a conversation. */
    public static final int MOST = 20;

    /** More codes than this are guesses. */
    public static final int MOST_CODES = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    Carts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public UUID create() {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into cart (id, created_at, touched_at) values (:id, :now, :now)")
                .param("id", id)
                .param("now", now())
                .update();
        return id;
    }

    public boolean exists(UUID id) {
        return jdbc.sql("select exists (select 1 from cart where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Whether it is there, and nobody's or the account's that asks. */
    public boolean isOpenTo(UUID id, @Nullable UUID account) {
        return jdbc.sql("""
                select exists (select 1 from cart
                    where id = :id and (account_id is null or account_id = cast(:account as uuid)))""")
                .param("id", id)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** The account's one cart, made now if there is none. */
    @Transactional
    public UUID ofAccount(UUID account) {
        return jdbc.sql("""
                insert into cart (id, account_id, created_at, touched_at) values (:id, :account, :now, :now)
                on conflict (account_id) do update set touched_at = excluded.touched_at returning id""")
                .param("id", UUID.randomUUID())
                .param("account", account)
                .param("now", now())
                .query(UUID.class)
                .single();
    }

    /** Whether it is there and nobody's; if so, keeps others from changing that. */
    public boolean lockGuests(UUID id) {
        return jdbc.sql("select id from cart where id = :id and account_id is null for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Adds what is in one cart to another, with its codes, and takes the first away. */
    @Transactional
    public void pour(UUID from, UUID to) {
        jdbc.sql("""
                insert into cart_line (cart_id, sku, quantity, added_price, currency, added_at)
                select :to, sku, quantity, added_price, currency, added_at from cart_line where cart_id = :from
                on conflict (cart_id, sku) do update
                set quantity = least(cart_line.quantity + excluded.quantity, :most)""").param("from", from).param("to", to).param("most", MOST).update();
        codes(from).forEach(code -> addCode(to, code));
        jdbc.sql("delete from cart where id = :from").param("from", from).update();
        touch(to);
    }

    public List<CartLine> lines(UUID id) {
        return jdbc.sql("""
                select sku, quantity, added_price, currency from cart_line where cart_id = :id order by added_at, sku""").param("id", id).query(CartLine.class).list();
    }

    /** Answers the codes and keeps others from starting a checkout of the same cart meanwhile. */
    public List<String> lockCodes(UUID id) {
        return codes("select codes from cart where id = :id for update", id);
    }

    /** Codes in the order they were typed. */
    public List<String> codes(UUID id) {
        return codes("select codes from cart where id = :id", id);
    }

    private List<String> codes(String sql, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, n) -> List.of((String[]) row.getArray("codes").getArray()))
                .optional()
                .orElse(List.of());
    }

    /** Keeps a code; one that is there already and any beyond {@link #MOST_CODES} change nothing. */
    @Transactional
    public void addCode(UUID id, String code) {
        jdbc.sql("""
                update cart set codes = codes || cast(:code as text)
                where id = :id and not (cast(:code as text) = any(codes)) and cardinality(codes) < :most""")
                .param("id", id)
                .param("code", code)
                .param("most", MOST_CODES)
                .update();
        touch(id);
    }

    @Transactional
    public void removeCode(UUID id, String code) {
        jdbc.sql("update cart set codes = array_remove(codes, cast(:code as text)) where id = :id")
                .param("id", id)
                .param("code", code)
                .update();
        touch(id);
    }

    public int count(UUID id) {
        return jdbc.sql("select coalesce(sum(quantity), 0) from cart_line where cart_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /**
     * Sets how many of a variant are wanted; 0 takes it out.
     *
     * @param price in the currency of the request
     */
    @Transactional
    public void put(UUID id, String sku, int quantity, long price) {
        if (quantity <= 0) {
            jdbc.sql("delete from cart_line where cart_id = :id and sku = :sku")
                    .param("id", id)
                    .param("sku", sku)
                    .update();
        } else {
            jdbc.sql("""
                    insert into cart_line (cart_id, sku, quantity, added_price, currency, added_at)
                    values (:id, :sku, :quantity, :price, :currency, :now)
                    on conflict (cart_id, sku) do update set quantity = excluded.quantity""")
                    .param("id", id)
                    .param("sku", sku)
                    .param("quantity", Math.min(quantity, MOST))
                    .param("price", price)
                    .param("currency", Money.currency())
                    .param("now", now())
                    .update();
        }
        touch(id);
    }

    /** Adds to what is already there, in one statement, so that two tabs add up. */
    @Transactional
    public void add(UUID id, String sku, int quantity, long price) {
        jdbc.sql("""
                insert into cart_line (cart_id, sku, quantity, added_price, currency, added_at)
                values (:id, :sku, least(:quantity, :most), :price, :currency, :now)
                on conflict (cart_id, sku) do update
                set quantity = least(cart_line.quantity + excluded.quantity, :most)""")
                .param("id", id)
                .param("sku", sku)
                .param("quantity", quantity)
                .param("most", MOST)
                .param("price", price)
                .param("currency", Money.currency())
                .param("now", now())
                .update();
        touch(id);
    }

    /** Makes the cart of this id hold exactly these things; whoever fills it meanwhile waits. */
    @Transactional
    public void fill(UUID id, List<CartLine> wanted) {
        jdbc.sql("""
                insert into cart (id, created_at, touched_at) values (:id, :now, :now)
                on conflict (id) do update set touched_at = excluded.touched_at""").param("id", id).param("now", now()).update();
        jdbc.sql("delete from cart_line where cart_id = :id").param("id", id).update();
        wanted.forEach(line -> put(id, line.sku(), line.quantity(), line.addedPrice()));
    }

    /** Takes out what was ordered; what was added meanwhile stays. */
    public void remove(UUID id, List<CartLine> ordered) {
        for (CartLine line : ordered) {
            jdbc.sql("""
                    delete from cart_line where cart_id = :id and sku = :sku and quantity <= :quantity""")
                    .param("id", id)
                    .param("sku", line.sku())
                    .param("quantity", line.quantity())
                    .update();
            jdbc.sql("update cart_line set quantity = quantity - :quantity where cart_id = :id and sku = :sku")
                    .param("id", id)
                    .param("sku", line.sku())
                    .param("quantity", line.quantity())
                    .update();
        }
    }

    private void touch(UUID id) {
        jdbc.sql("update cart set touched_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
