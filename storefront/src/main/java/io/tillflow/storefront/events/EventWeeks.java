package io.tillflow.storefront.events;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** One table a week: made when its first event comes, dropped when its last is old enough. */
@Repository
public class EventWeeks {
    private static final Logger log = LoggerFactory.getLogger(EventWeeks.class);
    private static final String PREFIX = "shopper_event_";

    private final JdbcClient jdbc;
    private final EventSettings settings;
    private final Clock clock;
    private final Set<LocalDate> there = ConcurrentHashMap.newKeySet();

    EventWeeks(JdbcClient jdbc, EventSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    void open(Instant at) {
        LocalDate monday = monday(at);
        if (there.contains(monday)) {
            return;
        }
        jdbc.sql("create table if not exists " + name(monday) + " partition of shopper_event for values from ('"
                        + monday + " 00:00+00') to ('" + monday.plusWeeks(1) + " 00:00+00')")
                .update();
        there.add(monday);
    }

    private static LocalDate monday(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static String name(LocalDate monday) {
        return PREFIX + DateTimeFormatter.BASIC_ISO_DATE.format(monday);
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT6H")
    void tidy() {
        try {
            forget();
        } catch (DataAccessException e) {
            log.debug("old weeks are dropped when the database is back", e);
        }
    }

    /** Drops the weeks that ended before what is kept; answers how many. */
    public int forget() {
        LocalDate oldest = monday(clock.instant().minus(settings.keep()));
        List<String> old =
                jdbc.sql("""
                select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'shopper_event'::regclass and c.relname < :oldest""").param("oldest", name(oldest)).query(String.class).list();
        old.forEach(week -> jdbc.sql("drop table " + week).update());
        there.removeIf(monday -> monday.isBefore(oldest));
        return old.size();
    }
}
