package io.tillflow.storefront.customers;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is known about customers; nothing here is told to anybody but the shop's staff. */
@Repository
public class CustomerBook {
    private static final String KNOWN = """
            select c.id, c.email,
                coalesce(nullif(c.name, ''), nullif(a.name, ''), latest.name, '') as name,
                a.id is not null as account, coalesce(a.marketing, c.marketing) as marketing,
                coalesce(bought.orders, 0) as orders, coalesce(bought.total, 0) as total,
                case when latest.currency is null then null else 'EUR' end as currency, latest.placed_at as last_order_at
            from customer c
            left join account a on a.email = c.email
            left join lateral (
                select o.shipping ->> 'name' as name, o.currency, o.placed_at from orders o
                where o.customer_id = c.id order by o.placed_at desc limit 1) latest on true
            left join lateral (
                select count(*) as orders, coalesce(sum(round(o.total * o.in_base)), 0)::bigint as total
                from orders o where o.customer_id = c.id and o.state <> 'CANCELLED') bought on true
            """;

    private static final String HAPPENED = """
            select * from (
                select o.placed_at as at, 'ORDER' as kind, o.id as order_id, o.number, 'PLACED' as detail,
                    null as words, o.total as amount, o.currency
                from orders o where o.customer_id = :id
                union all
                select e.at, 'STATE', o.id, o.number, e.state, e.reason, null, null
                from order_event e join orders o on o.id = e.order_id
                where o.customer_id = :id and e.state in ('SHIPPED', 'DELIVERED', 'CANCELLED')
                union all
                select r.requested_at, 'RETURN', o.id, o.number, r.state, null, r.amount, o.currency
                from order_return r join orders o on o.id = r.order_id where o.customer_id = :id
                union all
                select m.written_at, 'MESSAGE', o.id, o.number, m.author, m.body, null, null
                from support_message m join support_request s on s.id = m.request_id join orders o on o.id = s.order_id
                where o.customer_id = :id
                union all
                select w.written_at, 'REVIEW', o.id, o.number, w.stars::text, w.body, null, null
                from review w join orders o on o.id = w.order_id where o.customer_id = :id
                union all
                select n.written_at, 'NOTE', o.id, o.number, n.author, n.body, null, null
                from order_note n join orders o on o.id = n.order_id where o.customer_id = :id
                union all
                select a.created_at, 'ACCOUNT', null, null, 'CREATED', null, null, null from account a where a.email = :email
                union all
                select k.at, 'CONSENT', null, null, k.kind || case when k.given then ' given' else ' taken back' end, null, null, null
                from account_consent k join account a on a.id = k.account_id where a.email = :email
                union all
                select p.placed_at, 'EARLIER_ORDER', null, p.number, '', null, p.total, p.currency
                from past_order p where p.email = :email) happened
            order by at desc, kind limit :limit""";

    private final JdbcClient jdbc;

    CustomerBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By address, from behind that one on.
     *
     * @param words a part of address or name; null for all
     */
    public List<KnownCustomer> page(@Nullable String words, String after, int limit) {
        String pattern =
                words == null || words.isBlank() ? null : "%" + words.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%";
        return jdbc.sql(KNOWN + """
                        where c.email > :after
                          and (cast(:words as text) is null or c.email ilike :words or c.name ilike :words
                              or a.name ilike :words or latest.name ilike :words)
                        order by c.email limit :limit""")
                .param("after", after)
                .param("words", pattern, Types.VARCHAR)
                .param("limit", limit)
                .query(KnownCustomer.class)
                .list();
    }

    public Optional<KnownCustomer> find(UUID id) {
        return jdbc.sql(KNOWN + "where c.id = :id")
                .param("id", id)
                .query(KnownCustomer.class)
                .optional();
    }

    /** The newest first. */
    public List<CustomerEvent> timeline(KnownCustomer customer, int limit) {
        return jdbc.sql(HAPPENED)
                .param("id", customer.id())
                .param("email", customer.email())
                .param("limit", limit)
                .query(CustomerEvent.class)
                .list();
    }
}
