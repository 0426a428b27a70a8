package io.tillflow.storefront.personal;

import io.tillflow.storefront.ShopSettings;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads from the orders of two years, now and then, which things customers come back for and how soon; keeps it in memory. */
@Component
public class Rhythms {
    private static final Logger log = LoggerFactory.getLogger(Rhythms.class);

    private static final int YEARS = 2;

    private final JdbcClient jdbc;
    private final ShopSettings settings;
    private final Clock clock;
    private volatile Map<String, Rhythm> known = Map.of();

    Rhythms(JdbcClient jdbc, ShopSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    private record Row(String product, double days, double spread, int again, int could) {
        Rhythm rhythm() {
            return new Rhythm(days, spread, again, could);
        }
    }

    /** Nothing for what is not bought again, or of which too little is known. */
    Optional<Rhythm> of(String product) {
        return Optional.ofNullable(known.get(product));
    }

    ZoneId zone() {
        return settings.zone();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    @Scheduled(initialDelayString = "${shop.rhythms-first:60s}", fixedDelayString = "${shop.rhythms-every:15m}")
    public void read() {
        try {
            known = rows().stream().collect(Collectors.toUnmodifiableMap(Row::product, Row::rhythm)).entrySet().stream()
                    .filter(each -> each.getValue().holds())
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (DataAccessException away) {
            log.warn("what is bought again, and how soon, stays as it was read last", away);
        }
    }

    /** Who bought a thing less than one and a half rhythms ago for the first time had no chance yet. */
    private List<Row> rows() {
        return jdbc.sql("""
                with bought as (
                    select l.product, lower(o.email) as who, cast(o.placed_at at time zone :zone as date) as day
                    from orders o join order_line l on l.order_id = o.id where o.state <> 'CANCELLED' and o.placed_at > cast(:since as date)
                    union
                    select v.product, lower(p.email), cast(p.placed_at at time zone :zone as date)
                    from past_order p cross join jsonb_array_elements(p.lines) as line
                    join variant v on v.sku = line ->> 'sku' where p.placed_at > cast(:since as date)
                ), gaps as (
                    select product, who, day, day - lag(day) over (partition by product, who order by day) as gap
                    from bought
                ), middles as (
                    select product, count(distinct who) filter (where gap is not null) as again,
                        percentile_cont(array[0.25, 0.5, 0.75]) within group (order by gap) as quarters
                    from gaps group by product
                    having count(distinct who) filter (where gap is not null) >= :fewest
                ), firsts as (
                    select product, who, min(day) as day from bought group by product, who
                )
                select m.product, quarters[2] as days, (quarters[3] - quarters[1]) / quarters[2] as spread, again,
                    count(*) filter (where cast(:today as date) - f.day >= 1.5 * quarters[2]) as could
                from middles m join firsts f on f.product = m.product
                group by m.product, quarters, again""")
                .param("zone", zone().getId())
                .param("fewest", Rhythm.FEWEST)
                .param("today", Date.valueOf(today()))
                .param("since", Date.valueOf(today().minusYears(YEARS)))
                .query(Row.class)
                .list();
    }
}
