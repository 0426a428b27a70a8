package io.tillflow.storefront.recommendations;

import io.tillflow.models.recommend.LinkModel;
import io.tillflow.models.recommend.Recommender;
import io.tillflow.models.recommend.Words;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.intelligence.ModelInMemory.Loaded;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The version in use with what came since it was trained: orders are counted as they come, and articles that nobody has bought yet stand beside
 * those described alike. It is made anew of the version and of all later orders each time, so that every copy of the shop has the same, a
 * cancelled order counts no longer and one that came late is not lost.
 */
@Component
public class FreshModel {
    private static final Logger log = LoggerFactory.getLogger(FreshModel.class);
    /** The next training is long overdue then; what is newer waits for it. */
    private static final int MOST_ORDERS = 50_000;

    private final JdbcClient jdbc;
    private final LiveModel live;
    private final Shelf shelf;
    private volatile @Nullable Made made;

    FreshModel(JdbcClient jdbc, LiveModel live, Shelf shelf) {
        this.jdbc = jdbc;
        this.live = live;
        this.shelf = shelf;
    }

    /** What it was made of; the same makes the same. */
    private record Parts(
            int version,
            String digest,
            int orders,
            @Nullable Instant newest,
            int shelf) {
        boolean of(Loaded<Recommender> other) {
            return version == other.version() && digest.equals(other.digest());
        }
    }

    private record Made(Parts parts, Loaded<Recommender> fresh) {}

    /** What shoppers see comes from here: the version itself until something was added to it. */
    public Optional<Loaded<Recommender>> loaded() {
        Made known = made;
        return live.loaded().map(version -> known != null && known.parts.of(version) ? known.fresh : version);
    }

    @Scheduled(initialDelayString = "${shop.fresh-first:12s}", fixedDelayString = "${shop.fresh-every:2m}")
    public synchronized void refresh() {
        try {
            live.loaded().ifPresentOrElse(this::refresh, () -> made = null);
        } catch (DataAccessException away) {
            log.debug("what was added last stays", away);
        }
    }

    private void refresh(Loaded<Recommender> version) {
        Parts parts = parts(version);
        Made known = made;
        if (known == null || !known.parts.equals(parts)) {
            made = new Made(parts, fresh(version));
        }
    }

    private Parts parts(Loaded<Recommender> version) {
        return jdbc.sql("""
                select :version::int as version, :digest as digest, count(*)::int as orders, max(placed_at) as newest, :shelf::int as shelf
                  from reporting_basket where placed_at > :learnedUntil
                """)
                .param("version", version.version())
                .param("digest", version.digest())
                .param("shelf", shelf.edition())
                .param("learnedUntil", Timestamp.from(version.learnedUntil()))
                .query(Parts.class)
                .single();
    }

    private Loaded<Recommender> fresh(Loaded<Recommender> version) {
        LinkModel model = version.model().model();
        List<List<String>> later = model.canLearnMore() ? later(version.learnedUntil()) : List.of();
        Map<String, String> texts =
                shelf.products().stream().collect(Collectors.toMap(Product::slug, FreshModel::text));
        LinkModel fresh = model.with(later).with(texts, Words::new);
        log.debug(
                "{} orders and {} articles were added",
                later.size(),
                fresh.items().size() - model.items().size());
        return new Loaded<>(
                version.version(),
                version.digest(),
                version.orders() + later.size(),
                version.learnedUntil(),
                new Recommender(fresh));
    }

    /** The newest of very many, in the order of their time. */
    private List<List<String>> later(Instant learnedUntil) {
        List<List<String>> newestFirst = jdbc.sql("""
                select products from reporting_basket where placed_at > :learnedUntil order by placed_at desc, id desc limit :most
                """)
                .param("learnedUntil", Timestamp.from(learnedUntil))
                .param("most", MOST_ORDERS)
                .query((row, n) -> List.of((String[]) row.getArray("products").getArray()))
                .list();
        List<List<String>> inOrder = new ArrayList<>(newestFirst);
        Collections.reverse(inOrder);
        return inOrder;
    }

    private static String text(Product product) {
        return String.join(
                " ",
                product.name(),
                product.line(),
                product.category(),
                product.kind(),
                product.place(),
                product.about());
    }
}
