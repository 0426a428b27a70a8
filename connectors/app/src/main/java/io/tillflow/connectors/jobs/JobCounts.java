package io.tillflow.connectors.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tillflow.connectors.database.SchemaMigration;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * How often each job type was activated, completed, failed and thrown, also over restarts.
 *
 * <p>Counts are kept in memory and written once a second: a process that is killed loses at most that second's.
 */
@Component
public class JobCounts {
    private static final Logger log = LoggerFactory.getLogger(JobCounts.class);

    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.95;
    private static final Duration RECENTLY = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final SchemaMigration schema;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<Key, AtomicLong> unwritten = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> inFlight = new ConcurrentHashMap<>();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final Map<String, Pace> completions = new ConcurrentHashMap<>();

    JobCounts(JdbcClient database, SchemaMigration schema, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.schema = schema;
        this.meters = meters;
        this.clock = clock;
    }

    /** What can become of a job; activated counts every try. */
    public enum What {
        ACTIVATED,
        COMPLETED,
        FAILED,
        THROWN
    }

    /**
     * The counts of one job type.
     *
     * @param lastMinute how many this process completed within the last minute
     * @param medianMs how long half of its tries within the last minutes took at most; null when there were none
     * @param p95Ms how long 95 of 100 took at most
     */
    public record Counts(
            long activated,
            long completed,
            long failed,
            long thrown,
            int inFlight,
            long lastMinute,
            @Nullable Long medianMs,
            @Nullable Long p95Ms) {
        /** Of a type that never ran. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, null, null);
    }

    private record Key(String type, What what) {}

    private record Row(String jobType, String what, long jobs) {}

    public void count(String type, What what, long jobs) {
        unwritten.computeIfAbsent(new Key(type, what), key -> new AtomicLong()).addAndGet(jobs);
        if (what == What.COMPLETED) {
            completions.computeIfAbsent(type, first -> new Pace()).add(second(), jobs);
        }
        meters.counter(
                        "tillflow.jobs.counted",
                        "type",
                        type,
                        "what",
                        what.name().toLowerCase(java.util.Locale.ROOT))
                .increment((double) jobs);
    }

    private long second() {
        return clock.instant().getEpochSecond();
    }

    public void begin(String type) {
        inFlight.computeIfAbsent(type, this::gauge).incrementAndGet();
    }

    public void end(String type) {
        inFlight.computeIfAbsent(type, this::gauge).decrementAndGet();
    }

    /** One try is over, however it went. */
    public void took(String type, Timer.Sample sample) {
        sample.stop(timers.computeIfAbsent(type, this::timer));
    }

    private Timer timer(String type) {
        return Timer.builder("tillflow.jobs")
                .tag("type", type)
                .publishPercentiles(MEDIAN, MOST)
                .distributionStatisticExpiry(RECENTLY)
                .register(meters);
    }

    private @Nullable Long recently(String type, double share) {
        Timer timer = timers.get(type);
        if (timer == null) {
            return null;
        }
        return Arrays.stream(timer.takeSnapshot().percentileValues())
                .filter(it -> it.percentile() == share && it.value() > 0)
                .map(it -> Math.max(1, Math.round(it.value(TimeUnit.MILLISECONDS))))
                .findFirst()
                .orElse(null);
    }

    private AtomicInteger gauge(String type) {
        AtomicInteger gauge = new AtomicInteger();
        meters.gauge(
                "tillflow.jobs.inflight", java.util.List.of(io.micrometer.core.instrument.Tag.of("type", type)), gauge);
        return gauge;
    }

    /** All counts, by job type; those of types that never ran are missing. */
    public Map<String, Counts> all() {
        Map<String, Map<What, Long>> sums = new TreeMap<>();
        database.sql("select job_type, what, jobs from connectors.job_count").query(Row.class).list().stream()
                .forEach(row -> add(sums, row.jobType(), What.valueOf(row.what()), row.jobs()));
        unwritten.forEach((key, jobs) -> add(sums, key.type(), key.what(), jobs.get()));
        Map<String, Counts> all = new TreeMap<>();
        sums.forEach((type, known) -> all.put(type, counts(type, known)));
        return all;
    }

    private static void add(Map<String, Map<What, Long>> sums, String type, What what, long jobs) {
        sums.computeIfAbsent(type, unknown -> new TreeMap<>()).merge(what, jobs, Long::sum);
    }

    private Counts counts(String type, Map<What, Long> known) {
        AtomicInteger running = inFlight.get(type);
        Pace pace = completions.get(type);
        return new Counts(
                known.getOrDefault(What.ACTIVATED, 0L),
                known.getOrDefault(What.COMPLETED, 0L),
                known.getOrDefault(What.FAILED, 0L),
                known.getOrDefault(What.THROWN, 0L),
                running == null ? 0 : running.get(),
                pace == null ? 0 : pace.lastMinute(second()),
                recently(type, MEDIAN),
                recently(type, MOST));
    }

    @Scheduled(fixedDelay = 1_000)
    void write() {
        if (!schema.done()) {
            return;
        }
        unwritten.forEach((key, jobs) -> {
            long taken = jobs.getAndSet(0);
            if (taken > 0) {
                writeOne(key, jobs, taken);
            }
        });
    }

    private void writeOne(Key key, AtomicLong jobs, long taken) {
        try {
            database.sql("""
                    insert into connectors.job_count (job_type, what, jobs) values (:type, :what, :jobs)
                    on conflict (job_type, what) do update set jobs = connectors.job_count.jobs + excluded.jobs
                    """)
                    .param("type", key.type())
                    .param("what", key.what().name())
                    .param("jobs", taken)
                    .update();
        } catch (DataAccessException | TransactionException e) {
            jobs.addAndGet(taken);
            log.debug("job counts wait for the database", e);
        }
    }
}
