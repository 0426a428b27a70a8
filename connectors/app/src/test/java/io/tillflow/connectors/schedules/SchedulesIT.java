package io.tillflow.connectors.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.intake.Inbox;
import io.tillflow.connectors.provider.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Due instants become events exactly once, whoever looks, also after a rest; with a real database. */
class SchedulesIT {
    private static final Instant START = Instant.parse("2026-03-02T11:59:30Z");

    /** One source for all: only then a transaction is one. */
    private static final DataSource SOURCE = TestDatabase.dataSource();

    private final JdbcClient database = JdbcClient.create(SOURCE);
    private final ScheduleBook book = new ScheduleBook(database);
    private final String id = "s-" + UUID.randomUUID();
    private volatile Instant now = START;
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final Schedules schedules = process();

    private Schedules process() {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(SOURCE));
        return new Schedules(book, transaction, Inbox.on(database, transaction, clock), clock);
    }

    @AfterEach
    void nothingIsLeftForOtherTests() {
        book.delete(id);
        database.sql("delete from connectors.inbox where source = 'schedule' and starts_with(id, :id)")
                .param("id", id)
                .update();
    }

    @Test
    void eachDueInstantIsOneEventHoweverManyProcessesLook() throws Exception {
        save("*/10 * * * * *", "all", false);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                now = now.plusSeconds(10);
                List<Callable<Integer>> looks = IntStream.range(0, 8)
                        .<Callable<Integer>>mapToObj(process -> () -> process().fireDue())
                        .toList();
                assertThat(threads.invokeAll(looks).stream()
                                .mapToInt(look -> look.resultNow())
                                .sum())
                        .isEqualTo(1);
            }
        }
        assertThat(events()).hasSize(6).first().isEqualTo(id + "@2026-03-02T11:59:40Z due 2026-03-02T11:59:40Z");
    }

    @Test
    void afterARestThePolicyDecidesWhatIsMadeUpFor() {
        save("0 * * * * *", "skip", false);
        rest(Duration.ofMinutes(10));
        assertThat(dues()).as("only what is no later than a minute").containsExactly("12:09");
        assertThat(schedule().leftOut()).isEqualTo(9);

        save("0 * * * * *", "all", false);
        rest(Duration.ofMinutes(3));
        assertThat(dues()).containsExactly("12:09", "12:10", "12:11", "12:12");

        save("0 0 * * * *", "once", false);
        rest(Duration.ofHours(5));
        assertThat(dues()).as("the newest for all").endsWith("12:12", "17:00");
        assertThat(Objects.requireNonNull(schedule().nextDue()).toString()).isEqualTo("2026-03-02T18:00:00Z");
    }

    @Test
    void aDayOfSecondsIsNoFlood() {
        save("* * * * * *", "all", false);
        rest(Duration.ofDays(1));
        assertThat(events()).hasSize(1_000);
        assertThat(schedule().leftOut()).isEqualTo(86_400 - 1_000);
    }

    @Test
    void whilePausedNothingIsDueAndNothingIsMissed() {
        save("0 * * * * *", "all", true);
        rest(Duration.ofMinutes(10));
        save("0 * * * * *", "all", false);
        rest(Duration.ofMinutes(1));
        assertThat(dues()).containsExactly("12:10");
    }

    @Test
    void byHandItComesAtOnceAndTwoClicksWithOneKeyAreOneEvent() {
        save("0 0 1 1 *", "once", true);
        schedules.fireNow(schedule(), "k1");
        schedules.fireNow(schedule(), "k1");
        schedules.fireNow(schedule(), "k2");
        assertThat(events()).hasSize(2).first().asString().startsWith(id + "@by-hand-k1");
        assertThat(database.sql("select data::text from connectors.inbox where source = 'schedule' and id = :id")
                        .param("id", id + "@by-hand-k1")
                        .query(String.class)
                        .single())
                .contains("\"greeting\": \"hello\"", "\"byHand\": true");
    }

    @Test
    void whatNeverComesIsRefused() {
        assertThatThrownBy(() -> save("0 0 30 2 *", "once", false)).hasMessage("cron '0 0 30 2 *' never comes");
        assertThatThrownBy(() -> save("0 0 1 1 *", "sometimes", false)).hasMessageContaining("skip, once and all");
    }

    private void rest(Duration pause) {
        now = now.plus(pause);
        process().fireDue();
    }

    private void save(String cron, String misfire, boolean paused) {
        schedules.save(new Schedule(
                id,
                cron,
                "UTC",
                Misfire.of(misfire).word(),
                "report-due",
                "{\"greeting\": \"hello\"}",
                paused,
                null,
                null,
                0,
                now,
                "mara"));
    }

    private Schedule schedule() {
        return book.find(id).orElseThrow();
    }

    private List<String> dues() {
        return events().stream()
                .map(event -> event.substring(event.length() - 9, event.length() - 4))
                .toList();
    }

    private List<String> events() {
        return database.sql("""
                select id || ' due ' || (data -> 'schedule' ->> 'due') from connectors.inbox
                 where source = 'schedule' and id like :id order by seq
                """).param("id", id + "@%").query(String.class).list();
    }
}
