package io.tillflow.storefront.recommendations;

import io.tillflow.models.recommend.Recommender;
import io.tillflow.models.recommend.Recommender.Suggestion;
import io.tillflow.storefront.intelligence.ModelInMemory.Loaded;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets the version in use and the one beside it answer for each order that neither could have learned from: each product is
 * hidden in turn, as when a version is tried before use, and looked for among ten answers. What is found is counted, never shown.
 */
@Component
public class Answering {
    private static final Logger log = LoggerFactory.getLogger(Answering.class);
    private static final int AT_ONCE = 500;
    private static final int SUGGESTIONS = 10;
    /** An order of a hundred things takes no longer than one of these. */
    private static final int MOST_HIDDEN = 50;

    private final JdbcClient jdbc;
    private final LiveModel models;

    Answering(JdbcClient jdbc, LiveModel models) {
        this.jdbc = jdbc;
        this.models = models;
    }

    private record Basket(String id, Instant placedAt, List<String> products) {}

    private record Hits(int items, int found, int foundByRule) {}

    /** Orders that came late to the view are looked for an hour back. */
    @Scheduled(initialDelayString = "${shop.answers-first:25s}", fixedDelayString = "${shop.answers-every:20s}")
    public void answer() {
        try {
            Stream.concat(models.loaded().stream(), models.shadow().stream()).forEach(this::answer);
        } catch (DataAccessException away) {
            log.debug("orders are answered for later", away);
        }
    }

    private void answer(Loaded<Recommender> version) {
        List<Basket> baskets;
        do {
            baskets = unanswered(version);
            baskets.forEach(basket -> keep(version, basket, hits(version.model(), basket.products())));
        } while (baskets.size() == AT_ONCE);
    }

    private List<Basket> unanswered(Loaded<Recommender> version) {
        return jdbc.sql("""
                select b.id, b.placed_at, b.products from reporting_basket b
                 where b.placed_at > greatest(:learnedUntil, (select max(placed_at) - interval '1 hour' from model_answer
                                                               where model = :model and version = :version))
                   and cardinality(b.products) > 1
                   and not exists (select 1 from model_answer a where a.model = :model and a.version = :version and a.basket = b.id)
                 order by b.placed_at, b.id limit :most
                """)
                .param("learnedUntil", Timestamp.from(version.learnedUntil()))
                .param("model", LiveModel.MODEL)
                .param("version", version.version())
                .param("most", AT_ONCE)
                .query((row, n) -> new Basket(
                        row.getString("id"), row.getTimestamp("placed_at").toInstant(), List.of((String[])
                                row.getArray("products").getArray())))
                .list();
    }

    private static Hits hits(Recommender recommender, List<String> products) {
        List<String> hidden = products.subList(0, Math.min(products.size(), MOST_HIDDEN));
        return new Hits(
                hidden.size(),
                found(products, hidden, rest -> recommender.suggest(rest, SUGGESTIONS)),
                found(products, hidden, rest -> recommender.mostBought(rest, SUGGESTIONS)));
    }

    private static int found(
            List<String> products, List<String> hidden, Function<List<String>, List<Suggestion>> rule) {
        int found = 0;
        for (String item : hidden) {
            List<String> rest = new ArrayList<>(products);
            rest.remove(item);
            found += rule.apply(rest).stream().anyMatch(it -> it.item().equals(item)) ? 1 : 0;
        }
        return found;
    }

    /** Another copy of the shop may have answered already. */
    private void keep(Loaded<Recommender> version, Basket basket, Hits hits) {
        jdbc.sql("""
                insert into model_answer (model, version, basket, placed_at, items, found, found_by_rule)
                values (:model, :version, :basket, :placedAt, :items, :found, :foundByRule) on conflict do nothing
                """)
                .param("model", LiveModel.MODEL)
                .param("version", version.version())
                .param("basket", basket.id())
                .param("placedAt", Timestamp.from(basket.placedAt()))
                .param("items", hits.items())
                .param("found", hits.found())
                .param("foundByRule", hits.foundByRule())
                .update();
    }
}
