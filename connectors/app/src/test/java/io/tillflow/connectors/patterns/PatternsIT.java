package io.tillflow.connectors.patterns;

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
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What is out of bounds becomes one event a window and subject, whoever looks; with a real database. */
class PatternsIT {
    private static final Instant START = Instant.parse("2026-03-02T12:00:05Z");

    /** One source for all: only then a transaction is one. */
    private static final DataSource SOURCE = TestDatabase.dataSource();

    private final JdbcClient database = JdbcClient.create(SOURCE);
    private final PatternBook book = new PatternBook(database);
    private final String id = "p-" + UUID.randomUUID();
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

    private Patterns process() {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(SOURCE));
        return new Patterns(book, new Figures(database), transaction, Inbox.on(database, transaction, clock), clock);
    }

    @BeforeEach
    void aShop() {
        ShopFacts.create();
        ShopFacts.facts("order", 1, START.minus(Duration.ofDays(200)), "");
    }

    @AfterEach
    void nothingIsLeftForOtherTests() {
        book.delete(id);
        database.sql("delete from connectors.inbox where source = 'pattern'").update();
    }

    @AfterAll
    static void noShop() {
        ShopFacts.drop();
    }

    @Test
    void aWindowOutOfBoundsIsOneEventHoweverManyProcessesLook() throws Exception {
        save("\"metric\": \"orders\", \"span\": \"hour\", \"compare\": \"below\", \"bound\": 3", false);
        ShopFacts.facts("order", 2, START.plusSeconds(60), "");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int hour = 0; hour < 3; hour++) {
                now = now.plus(Duration.ofHours(1)).plusSeconds(15);
                List<Callable<Integer>> looks = IntStream.range(0, 8)
                        .<Callable<Integer>>mapToObj(process -> () -> process().lookAtDue())
                        .toList();
                assertThat(threads.invokeAll(looks).stream()
                                .mapToInt(look -> look.resultNow())
                                .sum())
                        .isEqualTo(1);
            }
        }
        assertThat(events())
                .containsExactly(
                        "2026-03-02T12:00:00Z value 2", "2026-03-02T13:00:00Z value 0", "2026-03-02T14:00:00Z value 0");
    }

    @Test
    void tooMuchIsSeenBeforeTheWindowIsOverAndOnceInIt() {
        save("\"metric\": \"declined-payments\", \"span\": \"day\", \"compare\": \"above\", \"bound\": 2", false);
        decline(2);
        assertThat(after(Duration.ofMinutes(2))).isZero();
        decline(3);
        assertThat(after(Duration.ofMinutes(2))).isEqualTo(1);
        decline(4);
        assertThat(after(Duration.ofMinutes(2))).isZero();
        assertThat(after(Duration.ofDays(1))).isZero();
        assertThat(events()).containsExactly("2026-03-02T00:00:00Z value 5");
    }

    @Test
    void restsAfterItWasSeenAndGoesByItsPolicyAfterTheSuiteRested() {
        save(
                "\"metric\": \"orders\", \"span\": \"hour\", \"compare\": \"below\", \"bound\": 1, \"restHours\": 3, \"misfire\": \"all\"",
                false);
        assertThat(after(Duration.ofHours(8))).isEqualTo(3);
        assertThat(events().stream().map(it -> it.substring(11, 16))).containsExactly("12:00", "15:00", "18:00");
        save(
                "\"metric\": \"orders\", \"span\": \"hour\", \"compare\": \"below\", \"bound\": 1, \"misfire\": \"skip\"",
                false);
        assertThat(after(Duration.ofHours(8).plusMinutes(30))).isZero();
        save(
                "\"metric\": \"orders\", \"span\": \"hour\", \"compare\": \"below\", \"bound\": 1, \"misfire\": \"once\"",
                false);
        assertThat(after(Duration.ofHours(8))).isEqualTo(1);
        save("\"metric\": \"orders\", \"span\": \"hour\", \"compare\": \"below\", \"bound\": 1", true);
        assertThat(after(Duration.ofHours(8))).as("paused").isZero();
    }

    @Test
    void eachArticleIsASubjectOfItsOwn() {
        save(
                "\"metric\": \"stock-outs\", \"each\": \"sku\", \"span\": \"day\", \"compare\": \"above\", \"bound\": 1",
                false);
        ShopFacts.facts("stock-out", 2, START, "MUG");
        ShopFacts.facts("stock-out", 1, START, "LAMP");
        ShopFacts.facts("stock-out", 3, START, "VASE");
        assertThat(after(Duration.ofDays(1))).isEqualTo(2);
        assertThat(events()).containsExactly("2026-03-02T00:00:00Z/VASE value 3", "2026-03-02T00:00:00Z/MUG value 2");
    }

    @Test
    void theShopsOwnPastIsComparedAndSaysTheSameOfThePastAsItWouldHaveSaidThen() {
        String rule = "\"metric\": \"orders\", \"span\": \"day\", \"compare\": \"unusually-low\"";
        Instant monday = Instant.parse("2026-03-02T10:00:00Z");
        for (int day = 1; day < 150; day++) {
            Instant at = monday.minus(Duration.ofDays(day));
            boolean weekend = (day + 6) % 7 == 5 || (day + 6) % 7 == 0;
            ShopFacts.facts("order", day == 40 ? 3 : (weekend ? 90 : 40) + day % 5, at, "");
        }
        ShopFacts.facts("order", 5, monday, "");
        save(rule, false);
        List<Sighting> before = process().past(asked(rule).rule());
        assertThat(before).extracting(it -> it.from().toString()).containsExactly("2026-01-21T00:00:00Z");
        assertThat(after(Duration.ofDays(1))).isEqualTo(1);
        assertThat(events()).containsExactly("2026-03-02T00:00:00Z value 5");
        assertThat(process().past(asked(rule).rule()))
                .hasSize(2)
                .last()
                .satisfies(it -> assertThat(it.low()).isBetween(30.0, 45.0));
    }

    @Test
    void aShareOfTooFewOrdersSaysNothing() {
        String rule =
                "\"metric\": \"cancelled-share\", \"span\": \"day\", \"compare\": \"above\", \"bound\": 20, \"fewest\": 10";
        ShopFacts.facts("order", 4, START.minus(Duration.ofDays(1)), "");
        ShopFacts.facts("cancellation", 4, START.minus(Duration.ofDays(1)), "");
        ShopFacts.facts("order", 40, START.minus(Duration.ofDays(2)), "");
        ShopFacts.facts("cancellation", 10, START.minus(Duration.ofDays(2)), "");
        assertThat(process().past(asked(rule).rule()))
                .singleElement()
                .satisfies(it -> assertThat(it.value()).isEqualTo(25));
    }

    @Test
    void whileTheShopCannotBeReadThatIsSaidAndNothingIsLost() {
        save("\"metric\": \"orders\", \"span\": \"hour\", \"compare\": \"below\", \"bound\": 1", false);
        ShopFacts.drop();
        assertThat(after(Duration.ofHours(1))).isZero();
        assertThat(book.find(id).orElseThrow().trouble()).contains("could not be read");
        ShopFacts.create();
        ShopFacts.facts("order", 1, START.minus(Duration.ofDays(200)), "");
        assertThat(after(Duration.ofMinutes(1))).isEqualTo(1);
        assertThat(book.find(id).orElseThrow().trouble()).isNull();
    }

    @Test
    void byHandTwoClicksWithOneKeyAreOneEventAndWhatIsWrongIsNamed() {
        save("\"metric\": \"revenue\", \"span\": \"day\", \"compare\": \"below\", \"bound\": 1", true);
        ShopFacts.facts("order", 3, START.minus(Duration.ofDays(1)), "");
        Pattern it = book.find(id).orElseThrow();
        process().tellNow(it, "k1");
        process().tellNow(it, "k1");
        assertThat(events()).containsExactly("by-hand-k1 value 6000");
        assertThatThrownBy(() -> asked("\"metric\": \"weather\"").rule()).hasMessageContaining("orders, revenue");
        assertThatThrownBy(() -> asked("\"metric\": \"orders\", \"compare\": \"above\", \"span\": \"day\"")
                        .rule())
                .hasMessage("bound must be given");
        assertThatThrownBy(() -> asked(
                                "\"metric\": \"orders\", \"each\": \"sku\", \"compare\": \"above\", \"span\": \"day\", \"bound\": 1")
                        .rule())
                .hasMessageContaining("units-sold, returns and stock-outs can");
    }

    private void decline(int n) {
        database.sql("""
                insert into connectors.inbox (source, id, type, subject, occurred_at, data, received_at, next_attempt_at, state)
                select 'pattern', 'declined-' || :n || '-' || i, 'payment-declined', 'o', cast(:at as timestamptz), '{}', now(), now(), 'DONE'
                  from generate_series(1, case when :n = 2 then 2 when :n = 3 then 3 else 1 end) i
                """).param("n", n).param("at", now.toString()).update();
    }

    private int after(Duration pause) {
        now = now.plus(pause).plusSeconds(15);
        return process().lookAtDue();
    }

    private static AskedPattern asked(String members) {
        return JsonMapper.builder()
                .build()
                .readValue(
                        "{" + members
                                + ", \"zone\": \"UTC\", \"message\": \"orders-odd\", \"by\": \"mara\", \"paused\": false}",
                        AskedPattern.class);
    }

    private void save(String members, boolean paused) {
        Pattern it = asked(members).pattern(id, now);
        book.put(new Pattern(
                id,
                it.rule(),
                it.misfire(),
                it.message(),
                it.data(),
                paused,
                it.nextWindow(),
                null,
                null,
                0,
                now,
                "mara"));
    }

    private List<String> events() {
        return database.sql("""
                select substr(id, length(:id) + 2) || ' value ' || cast(cast(data -> 'pattern' ->> 'value' as float8) as bigint)
                  from connectors.inbox where source = 'pattern' and starts_with(id, :id) order by seq
                """).param("id", id).query(String.class).list();
    }
}
