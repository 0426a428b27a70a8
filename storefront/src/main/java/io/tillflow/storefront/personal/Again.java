package io.tillflow.storefront.personal;

import io.tillflow.storefront.accounts.Account;
import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Shelf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody bought before and, by the rhythm of the thing and their own, has used up by now. */
@Component
public class Again {
    private final Rhythms rhythms;
    private final Shelf shelf;
    private final JdbcClient jdbc;

    Again(Rhythms rhythms, Shelf shelf, JdbcClient jdbc) {
        this.rhythms = rhythms;
        this.shelf = shelf;
        this.jdbc = jdbc;
    }

    /**
     * Something to buy again.
     *
     * @param item as they bought it last; it can be bought now
     * @param last the day they did
     * @param lasts how many days it lasts them
     */
    public record Needed(Item item, LocalDate last, int lasts) {}

    private record Bought(String product, String sku, LocalDate day) {}

    /**
     * The most overdue first; nothing while the database is away.
     *
     * @param without variants that are in the cart already
     */
    public List<Needed> of(Account account, Collection<String> without, int most) {
        try {
            LocalDate today = rhythms.today();
            Map<String, List<Bought>> purchases = new LinkedHashMap<>();
            bought(account)
                    .forEach(each -> purchases
                            .computeIfAbsent(each.product(), product -> new ArrayList<>())
                            .add(each));
            return purchases.values().stream()
                    .filter(days -> !without.contains(days.getLast().sku()))
                    .flatMap(days -> needed(days, today).stream())
                    .sorted(Comparator.comparing(
                            (Needed needed) -> needed.last().plusDays(needed.lasts())))
                    .limit(most)
                    .toList();
        } catch (DataAccessException away) {
            return List.of();
        }
    }

    private Optional<Needed> needed(List<Bought> purchases, LocalDate today) {
        Bought last = purchases.getLast();
        List<LocalDate> days = purchases.stream().map(Bought::day).distinct().toList();
        return rhythms.of(last.product())
                .filter(rhythm -> rhythm.due(days, today))
                .flatMap(rhythm -> shelf.item(last.sku())
                        .filter(item -> shelf.available(item.sku()) > 0)
                        .map(item -> new Needed(item, last.day(), (int) Math.round(rhythm.lasts(days)))));
    }

    private List<Bought> bought(Account account) {
        return jdbc.sql("""
                select l.product, l.sku, cast(o.placed_at at time zone :zone as date) as day
                from orders o join order_line l on l.order_id = o.id
                where o.state <> 'CANCELLED' and (o.account_id = :account
                    or o.account_id is null and o.customer_id = (select id from customer where email = :email))
                union all
                select v.product, v.sku, cast(p.placed_at at time zone :zone as date)
                from past_order p cross join jsonb_array_elements(p.lines) as line
                join variant v on v.sku = line ->> 'sku' where p.email = :email
                order by day""")
                .param("zone", rhythms.zone().getId())
                .param("account", account.id())
                .param("email", account.email())
                .query(Bought.class)
                .list();
    }
}
