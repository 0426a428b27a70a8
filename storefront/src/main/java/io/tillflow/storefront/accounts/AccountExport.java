package io.tillflow.storefront.accounts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All the shop knows about somebody, as JSON. Secrets (digests, tokens) are not facts about a person and stay out. */
@Repository
public class AccountExport {
    private static final String MINE =
            "(o.account_id = :id or (o.account_id is null and o.customer_id = (select id from customer where email = :email)))";
    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("account", """
                select email, name, personalisation, marketing, totp_secret is not null as "secondFactor",
                    created_at as "createdAt" from account where id = :id""");
        PARTS.put("consents", "select kind, given, at from account_consent where account_id = :id order by id");
        PARTS.put("addresses", """
                select address, phone, favourite from account_address where account_id = :id order by position""");
        PARTS.put("customer", "select name, phone, address, marketing, note from customer where email = :email");
        PARTS.put("sessions", """
                select created_at as "since", seen_at as "lastSeen" from account_session
                where account_id = :id and not pending order by created_at""");
        PARTS.put("letters", """
                select kind, email, asked_at as "askedAt", used_at as "answeredAt" from account_letter
                where email = :email or account_id = :id order by asked_at""");
        PARTS.put("cart", """
                select l.sku, l.quantity, l.added_at as "addedAt" from cart c join cart_line l on l.cart_id = c.id
                where c.account_id = :id order by l.added_at""");
        PARTS.put("cartReminders", """
                select told_at as "cartLeftAt", written_at as "writtenAt", held_out as "heldOut" from cart_reminder
                where account_id = :id order by told_at""");
        PARTS.put("noMoreLetters", """
                select at from letter_stop where digest = encode(sha256(convert_to(lower(:email), 'UTF8')), 'hex')""");
        PARTS.put("notices", """
                select body, written_at as "writtenAt", seen_at as "putAwayAt" from notice
                where account_id = :id or order_id in (select o.id from orders o where %s) order by written_at""".formatted(MINE));
        PARTS.put("wishes", """
                select w.product, w.added_at as "addedAt" from wish_list l join wish w on w.list_id = l.id
                where l.account_id = :id order by w.added_at""");
        PARTS.put("orders", """
                select o.number, o.state, o.placed_at as "placedAt", o.currency, o.total, o.tax, o.email, o.phone,
                    o.shipping, o.billing, o.delivery, o.carrier, o.tracking_number as "trackingNumber",
                    (select json_agg(json_build_object('sku', l.sku, 'name', l.name, 'variant', l.variant,
                        'quantity', l.quantity, 'unitPrice', l.unit_price) order by l.position)
                     from order_line l where l.order_id = o.id) as lines
                from orders o where %s order by o.placed_at""".formatted(MINE));
        PARTS.put("returns", """
                select o.number as "order", r.state, r.reason, r.amount, r.refunded, r.requested_at as "requestedAt"
                from order_return r join orders o on o.id = r.order_id where %s order by r.requested_at""".formatted(MINE));
        PARTS.put("questions", """
                select o.number as "order", m.author, m.body, m.written_at as "writtenAt"
                from support_message m join support_request s on s.id = m.request_id join orders o on o.id = s.order_id
                where %s order by m.seq""".formatted(MINE));
        PARTS.put("reviews", """
                select r.product, r.name, r.stars, r.body, r.state, r.written_at as "writtenAt"
                from review r join orders o on o.id = r.order_id where %s order by r.written_at""".formatted(MINE));
        PARTS.put("events", "select at, kind, product, data from shopper_event where visitor = :id order by at");
        PARTS.put("earlierOrders", """
                select number, currency, total, placed_at as "placedAt", lines from past_order
                where email = :email order by placed_at""");
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AccountExport(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public byte[] of(Account account) {
        Map<String, Object> all = new LinkedHashMap<>();
        PARTS.forEach((name, sql) -> all.put(name, json.readTree(part(sql, account))));
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
    }

    private String part(String sql, Account account) {
        return jdbc.sql("select coalesce(json_agg(row_to_json(part)), '[]') from (" + sql + ") part")
                .param("id", account.id())
                .param("email", account.email())
                .query(String.class)
                .single();
    }
}
