package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.intake.Event;
import io.tillflow.connectors.intake.Inbox;
import io.tillflow.processes.Message;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Articles of which there is more than will be asked for in a long time; each becomes an event. */
@Repository
public class SlowSellers {

    private static final String FOUND = """
            with slow as (
                select s.sku, concat_ws(', ', s.name, nullif(s.variant, '')) as name, r.as_of, s.price, s.available, s.cost, p.changed_at,
                       f.sum[:foretoldWeeks] as expected,
                       coalesce((select sum(w.units) from unnest(f.past) with ordinality as w (units, week)
                                  where w.week > array_length(f.past, 1) - :foretoldWeeks), 0) as sold,
                       (select t.units from intelligence.demand_foretold t
                         where t.sku = s.sku and t.as_of between r.as_of - :days - 3 and r.as_of - :days
                         order by t.as_of desc limit 1) as foretold
                  from intelligence.score_run r cross join intelligence.demand_forecast f
                  join shop.reporting_supply s using (sku) join shop.reporting_price p using (sku)
                 where r.model = 'demand' and r.as_of >= :oldest and f.method <> 'none' and not p.planned
                   and s.available > 0 and s.available * :foretoldWeeks >= :weeks * f.sum[:foretoldWeeks]
                   and not exists (select from connectors.inbox i where i.type = :type and i.source = :source
                                      and i.received_at > :rested and starts_with(i.id, s.sku || '@')
                                      and (:dry or not i.dry and i.state <> 'UNWANTED'))
                 order by s.available * s.price desc, s.sku limit :most
            )
            select s.sku, s.name, s.as_of, s.available, s.cost, s.sold, s.foretold,
                   least(999, case when s.expected > 0 then round((s.available * :foretoldWeeks / s.expected)::numeric, 1) else 999 end)::float8
                       as weeks,
                   coalesce((select extract(day from cast(:now as timestamptz) - coalesce(
                                    max(coalesce(a.next, cast(:now as timestamptz))) filter (where a.available < 0.8 * s.available), min(a.at)))
                               from shop.reporting_available a where a.sku = s.sku), 0)::int as lying,
                   least(999, coalesce(extract(day from cast(:now as timestamptz) - s.changed_at), 999))::int as unchanged
              from slow s order by s.available * s.price desc, s.sku
            """;

    /** How long an article that was told of rests; a live automation tells again of what only a dry run heard of. */
    static final Duration REST = Duration.ofDays(28);

    /** What was sold and foretold is compared over so many days. */
    private static final int DAYS = ForecastStore.FORETOLD_WEEKS * 7;

    private static final String SOURCE = "intelligence";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final Inbox inbox;
    private final Clock clock;

    SlowSellers(JdbcClient database, Inbox inbox, Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param cost of one when it was bought last, minor units; none when it never was
     * @param sold in the latest 28 days
     * @param foretold for these 28 days, when they began; none where nobody foretold it
     * @param weeks how long what is there will last, 999 at most
     * @param lying days since it was last much less than now
     * @param unchanged days since its price changed, 999 at most
     */
    record SlowSeller(
            String sku,
            String name,
            LocalDate asOf,
            int available,
            @Nullable Long cost,
            double sold,
            @Nullable Double foretold,
            double weeks,
            int lying,
            int unchanged) {}

    /** Tells of those that were not told of lately, most money first; answers of how many. */
    public int tell(int weeks, int most) {
        Instant now = clock.instant();
        boolean dry = dry();
        List<Event> events =
                find(weeks, most, dry).stream().map(it -> event(it, now, dry)).toList();
        return (int) inbox.accept(events).stream()
                .filter(Inbox.Acceptance.ACCEPTED::equals)
                .count();
    }

    /** Whether what begins now is on paper only, or not wanted at all. */
    private boolean dry() {
        return database.sql(
                        "select exists (select from connectors.trigger_state where message = :message and strictness in (1, 3))")
                .param("message", Message.SLOW_SELLER_FOUND)
                .query(Boolean.class)
                .single();
    }

    private List<SlowSeller> find(int weeks, int most, boolean dry) {
        Instant now = clock.instant();
        return database.sql(FOUND)
                .param("foretoldWeeks", ForecastStore.FORETOLD_WEEKS)
                .param("days", DAYS)
                .param("oldest", LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DemandForecasts.OLDEST_DAYS))
                .param("weeks", weeks)
                .param("type", Message.SLOW_SELLER_FOUND)
                .param("source", SOURCE)
                .param("dry", dry)
                .param("rested", Timestamp.from(now.minus(REST)))
                .param("most", most)
                .param("now", Timestamp.from(now))
                .query(SlowSeller.class)
                .list();
    }

    /** On the day somebody switches the automation on, what the dry run heard of is told again. */
    private static Event event(SlowSeller it, Instant now, boolean dry) {
        String id = it.sku() + "@" + it.asOf() + (dry ? "-dry" : "");
        Map<String, Object> data =
                Map.of("businessKey", it.sku(), "markdown", Map.of("id", id), "article", article(it));
        return new Event(SOURCE, id, Message.SLOW_SELLER_FOUND, id, now, JSON.writeValueAsString(data));
    }

    private static Map<String, @Nullable Object> article(SlowSeller it) {
        Map<String, @Nullable Object> article = new HashMap<>();
        article.put("sku", it.sku());
        article.put("name", it.name());
        article.put("available", it.available());
        article.put("cost", it.cost());
        article.put("sold", it.sold());
        article.put("foretold", it.foretold());
        article.put("soldShare", share(it));
        article.put("weeks", it.weeks());
        article.put("lying", it.lying());
        article.put("unchanged", it.unchanged());
        return article;
    }

    /** None where nothing was foretold. */
    private static @Nullable BigDecimal share(SlowSeller it) {
        Double foretold = it.foretold();
        if (foretold == null || foretold <= 0) {
            return null;
        }
        return BigDecimal.valueOf(Math.round(100 * it.sold() / foretold), 2);
    }
}
