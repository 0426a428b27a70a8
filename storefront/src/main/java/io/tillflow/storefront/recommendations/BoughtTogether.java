package io.tillflow.storefront.recommendations;

import io.tillflow.storefront.catalogue.Shelf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts which products were in the same orders, now and then, and keeps the most frequent pairs in memory. */
@Component
public class BoughtTogether {
    private static final Logger log = LoggerFactory.getLogger(BoughtTogether.class);
    private static final int KEPT = 6;

    private final JdbcClient jdbc;
    private final Shelf shelf;
    private volatile Map<String, List<Companion>> companions = Map.of();

    BoughtTogether(JdbcClient jdbc, Shelf shelf) {
        this.jdbc = jdbc;
        this.shelf = shelf;
    }

    /** A product and in how many orders it was beside another. */
    public record Companion(String slug, int orders) {}

    private record Pair(String product, String other, int orders) {}

    /** What was bought with these most often, can be bought now and is not among them. */
    List<Match> with(Collection<String> slugs, int most) {
        Map<String, Integer> orders = new HashMap<>();
        for (String slug : slugs) {
            companions.getOrDefault(slug, List.of()).stream()
                    .filter(c -> !slugs.contains(c.slug()))
                    .forEach(c -> orders.merge(c.slug(), c.orders(), Integer::sum));
        }
        return orders.entrySet().stream()
                .flatMap(e -> shelf.product(e.getKey()).map(p -> new Match(p, e.getValue())).stream())
                .filter(match -> shelf.inStock(match.product()))
                .sorted(Comparator.comparingInt(Match::orders)
                        .reversed()
                        .thenComparing(match -> match.product().slug()))
                .limit(most)
                .toList();
    }

    /** In how many orders this was beside one of those, as far as it was counted. */
    int together(Collection<String> slugs, String other) {
        return slugs.stream()
                .flatMap(slug -> companions.getOrDefault(slug, List.of()).stream())
                .filter(companion -> companion.slug().equals(other))
                .mapToInt(Companion::orders)
                .sum();
    }

    @Scheduled(initialDelayString = "${shop.count-first:20s}", fixedDelayString = "${shop.count-every:5m}")
    public void count() {
        try {
            Map<String, List<Companion>> counted = new HashMap<>();
            for (Pair pair : pairs()) {
                List<Companion> known = counted.computeIfAbsent(pair.product(), p -> new ArrayList<>());
                if (known.size() < KEPT) {
                    known.add(new Companion(pair.other(), pair.orders()));
                }
            }
            companions = Map.copyOf(counted);
        } catch (DataAccessException away) {
            log.debug("the pairs stay as they were counted last", away);
        }
    }

    /** Once is chance; twice is a beginning. */
    private List<Pair> pairs() {
        return jdbc.sql("""
                with bought as (
                    select distinct l.order_id::text as id, l.product
                    from order_line l join orders o on o.id = l.order_id and o.state <> 'CANCELLED'
                    union
                    select distinct 'past ' || p.number, v.product
                    from past_order p cross join jsonb_array_elements(p.lines) as line
                    join variant v on v.sku = line ->> 'sku'
                )
                select a.product, b.product as other, count(*) as orders
                from bought a join bought b on a.id = b.id and a.product <> b.product
                group by a.product, b.product having count(*) >= 2
                order by orders desc, other""").query(Pair.class).list();
    }
}
