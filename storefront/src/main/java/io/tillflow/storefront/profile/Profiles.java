package io.tillflow.storefront.profile;

import io.tillflow.storefront.money.Currencies;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.money.OtherCurrency;
import io.tillflow.storefront.terms.DeliveryTerms;
import io.tillflow.storefront.terms.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the shop says of itself, now and before, in memory as of a moment ago. */
@Component
public class Profiles implements Terms, Currencies {
    private static final Logger log = LoggerFactory.getLogger(Profiles.class);
    private static final int KEPT = 200;
    private static final String KEPT_ONES = "select number, profile, author, written_at from shop_profile ";
    private static final Revision SHIPPED = new Revision(0, ShopProfile.shipped(), "", Instant.EPOCH);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final PriceLists lists;
    private volatile List<Revision> revisions = List.of(SHIPPED);

    Profiles(JdbcClient jdbc, JsonMapper json, Clock clock, PriceLists lists) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.lists = lists;
    }

    /** One that was kept. */
    public record Revision(int number, ShopProfile profile, String author, Instant writtenAt) {}

    /** Somebody else kept another one meanwhile. */
    public static final class Outdated extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Outdated(int seen, int latest) {
            super("expected revision " + seen + " to be the latest, but it is " + latest);
        }
    }

    public ShopProfile profile() {
        return latest().profile();
    }

    public Revision latest() {
        return revisions.getFirst();
    }

    /** The newest first. */
    public List<Revision> revisions() {
        return revisions;
    }

    @Override
    public DeliveryTerms now() {
        return profile().delivery(Money.currency());
    }

    @Override
    public List<OtherCurrency> others() {
        return profile().currencies();
    }

    @Override
    public int revision() {
        return latest().number();
    }

    /** Another copy of the shop may have begun with one that is not in memory here yet. */
    @Override
    public DeliveryTerms of(int revision, String currency) {
        return revisions.stream()
                .filter(it -> it.number() == revision)
                .findFirst()
                .orElseGet(() -> last("number <= :bound", revision))
                .profile()
                .delivery(currency);
    }

    /** What it said then; every revision is kept. */
    public ShopProfile at(Instant moment) {
        return last("written_at <= :bound", Timestamp.from(moment)).profile();
    }

    private Revision last(String which, Object bound) {
        return jdbc.sql(KEPT_ONES + "where " + which + " order by number desc limit 1")
                .param("bound", bound)
                .query(Profiles::kept)
                .optional()
                .map(it -> revision(it, SHIPPED.profile()))
                .orElse(SHIPPED);
    }

    /**
     * Holds from now on.
     *
     * @param seen the revision its author knew
     */
    @Transactional
    public void write(int seen, ShopProfile profile, String author) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('shop profile'))")
                .query()
                .listOfRows();
        int latest = jdbc.sql("select coalesce(max(number), 0) from shop_profile")
                .query(Integer.class)
                .single();
        if (latest != seen) {
            throw new Outdated(seen, latest);
        }
        keepCurrencies(latest, profile);
        lists.follow(profile::currencies, author);
        jdbc.sql("""
                insert into shop_profile (number, profile, author, written_at)
                values (:number, cast(:profile as jsonb), :author, :now)""")
                .param("number", latest + 1)
                .param("profile", json.writeValueAsString(profile))
                .param("author", author)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Orders and open checkouts are kept in them. */
    private void keepCurrencies(int latest, ShopProfile wanted) {
        List<OtherCurrency> known = latest == 0
                ? SHIPPED.profile().currencies()
                : last("number <= :bound", latest).profile().currencies();
        known.stream()
                .map(OtherCurrency::code)
                .filter(code ->
                        wanted.currencies().stream().noneMatch(it -> it.code().equals(code)))
                .findFirst()
                .ifPresent(gone -> {
                    throw new IllegalArgumentException(gone
                            + " can be withdrawn, so that it is not offered, but not removed: orders are kept in it.");
                });
    }

    public synchronized void reload() {
        List<Kept> newest = jdbc.sql(KEPT_ONES + "order by number desc limit " + KEPT)
                .query(Profiles::kept)
                .list();
        List<Revision> read = new ArrayList<>(List.of(SHIPPED));
        newest.reversed().forEach(it -> read.add(revision(it, read.getLast().profile())));
        Collections.reverse(read);
        revisions = List.copyOf(read);
    }

    private record Kept(int number, String profile, String author, Instant writtenAt) {}

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(
                row.getInt("number"),
                row.getString("profile"),
                row.getString("author"),
                row.getTimestamp("written_at").toInstant());
    }

    /** One that cannot be read changes nothing. */
    private Revision revision(Kept kept, ShopProfile before) {
        ShopProfile profile = before;
        try {
            ObjectNode parts = (ObjectNode) json.readTree(kept.profile());
            // one that was kept before shops chose how long things may come back
            parts.putIfAbsent("returns", json.valueToTree(ShopProfile.Returns.USUAL));
            // and before they sold in more than one currency
            parts.putIfAbsent("currencies", json.createArrayNode());
            profile = json.treeToValue(parts, ShopProfile.class);
        } catch (JacksonException unreadable) {
            log.error("revision {} of the profile cannot be read: {}", kept.number(), unreadable.getMessage());
        }
        return new Revision(kept.number(), profile, kept.author(), kept.writtenAt());
    }

    @Scheduled(fixedDelayString = "${shop.profile-refresh:5s}")
    void refresh() {
        try {
            int latest = jdbc.sql("select coalesce(max(number), 0) from shop_profile")
                    .query(Integer.class)
                    .single();
            if (latest != latest().number()) {
                reload();
            }
        } catch (DataAccessException away) {
            // what was read last stays
        }
    }
}
