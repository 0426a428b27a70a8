package io.tillflow.connectors.jobs;

import io.tillflow.connectors.catalogue.ActionInfo;
import io.tillflow.connectors.catalogue.Actions;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.database.SchemaMigration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets this process die on purpose at the worst moment: effects have happened, their jobs are not completed.
 *
 * <p>Some of the jobs that come past are held there, but none that only asks; when enough of them are together, they are written
 * down and the process ends without a word. Part of the sandbox: a drill is armed by a call and stops by itself.
 */
@Component
public class CrashDrill {
    /** Tells a supervisor that this end was meant and needs no pause. */
    public static final int EXIT_CODE = 88;

    private static final Logger log = LoggerFactory.getLogger(CrashDrill.class);
    private static final long GATHERING_MS = 2_000;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final SchemaMigration schema;
    private final RandomGenerator chance;
    private final Map<String, String> effects = Actions.all().stream()
            .collect(
                    Collectors.toMap(ActionInfo::type, action -> action.effect().text()));
    private final List<String> held = new ArrayList<>();
    private volatile Plan plan = Plan.NONE;
    private volatile CountDownLatch released = new CountDownLatch(1);

    CrashDrill(JdbcClient database, TransactionTemplate transaction, SchemaMigration schema, RandomGenerator chance) {
        this.database = database;
        this.transaction = transaction;
        this.schema = schema;
        this.chance = chance;
    }

    /**
     * What is to happen.
     *
     * @param deathsLeft how often the process still has to die
     * @param together how many jobs are caught by each death
     * @param share of the jobs that are held, 0 to 1
     */
    public record Plan(int deathsLeft, int together, double share) {
        static final Plan NONE = new Plan(0, 1, 0);

        public Plan {
            if (deathsLeft < 0 || deathsLeft > 1000 || together < 1 || together > 50 || !(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "a drill takes deathsLeft from 0 to 1000, together from 1 to 50 and share from 0 to 1");
            }
        }
    }

    /** How many deaths there were, and how many jobs of each class, 0 among them, lost their process between effect and completion. */
    public record Report(Plan plan, int deaths, Map<String, Long> interrupted) {}

    private record Tally(String effect, long jobs) {}

    public Report arm(Plan next) {
        transaction.executeWithoutResult(status -> {
            database.sql("delete from connectors.crash_drill").update();
            database.sql("delete from connectors.crash_victim").update();
            database.sql("""
                    insert into connectors.crash_drill (id, deaths_left, together, share) values (1, :deathsLeft, :together, :share)
                    """).paramSource(next).update();
        });
        look();
        return report();
    }

    public Report report() {
        Map<String, Long> interrupted = new TreeMap<>();
        Stream.of(Effect.values())
                .filter(effect -> effect != Effect.READS)
                .forEach(effect -> interrupted.put(effect.text(), 0L));
        database
                .sql("select effect, count(*) as jobs from connectors.crash_victim group by effect")
                .query(Tally.class)
                .list()
                .stream()
                .forEach(tally -> interrupted.put(tally.effect(), tally.jobs()));
        int deaths = database.sql("select count(distinct death) from connectors.crash_victim")
                .query(Integer.class)
                .single();
        return new Report(stored(), deaths, interrupted);
    }

    /** Called when an effect has happened and its job is about to be completed. */
    public void passed(String jobType) {
        Plan now = plan;
        if (now.deathsLeft() == 0 || onlyAsks(jobType) || chance.nextDouble() >= now.share()) {
            return;
        }
        CountDownLatch end = released;
        if (hold(jobType) >= now.together()) {
            die(now);
        }
        await(end);
    }

    private boolean onlyAsks(String jobType) {
        return Effect.READS.text().equals(effects.get(jobType));
    }

    private int hold(String jobType) {
        synchronized (held) {
            held.add(jobType);
            return held.size();
        }
    }

    private void await(CountDownLatch end) {
        try {
            if (!end.await(GATHERING_MS, TimeUnit.MILLISECONDS)) {
                die(plan);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void die(Plan now) {
        synchronized (held) {
            if (held.isEmpty() || now.deathsLeft() == 0) {
                return;
            }
            try {
                if (Boolean.TRUE.equals(transaction.execute(status -> record()))) {
                    log.warn("dying on purpose between the effects and the completions of {} jobs", held.size());
                    end();
                }
            } catch (DataAccessException | TransactionException away) {
                log.debug("no drill while the database is away", away);
            } finally {
                held.clear();
                released.countDown();
                released = new CountDownLatch(1);
            }
        }
    }

    /** Takes one of the deaths that are left; false when the drill was disarmed since it was looked at. */
    private boolean record() {
        Optional<Integer> death = database.sql("""
                        update connectors.crash_drill set deaths_left = deaths_left - 1 where deaths_left > 0 returning deaths_left
                        """).query(Integer.class).optional();
        death.ifPresent(this::record);
        return death.isPresent();
    }

    private void record(int death) {
        for (String jobType : held) {
            database.sql("""
                    insert into connectors.crash_victim (death, job_type, effect) values (:death, :type, :effect)
                    """)
                    .param("death", death)
                    .param("type", jobType)
                    .param("effect", effects.getOrDefault(jobType, "unknown"))
                    .update();
        }
    }

    /** Tests replace it: a process ends only once. */
    void end() {
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    private Plan stored() {
        return database.sql("select deaths_left, together, share from connectors.crash_drill")
                .query(Plan.class)
                .optional()
                .orElse(Plan.NONE);
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        if (!schema.done()) {
            return;
        }
        try {
            plan = stored();
        } catch (DataAccessException | TransactionException e) {
            log.debug("no drill while the database is away", e);
        }
    }
}
