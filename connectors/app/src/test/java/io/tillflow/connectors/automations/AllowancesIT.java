package io.tillflow.connectors.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.provider.HeldBack;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A day's limits, with a real database. */
class AllowancesIT {
    private final DataSource source = TestDatabase.dataSource();
    private final JdbcClient database = JdbcClient.create(source);
    private final String process = "process-" + UUID.randomUUID();
    private Instant now = Instant.parse("2026-03-28T22:30:00Z");
    private final Allowances allowances = new Allowances(
            database,
            new TransactionTemplate(new DataSourceTransactionManager(source)),
            event -> {},
            new Days(clock(), ZoneId.of("Europe/Berlin")));

    @Test
    void ofManyAtOnceExactlyAsManyGoOutAsTheLimitSays() throws Exception {
        limit(5, null);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> letters = IntStream.range(0, 20)
                    .<Callable<Boolean>>mapToObj(i -> () -> goes("letter-" + i, Cost.ONE_MESSAGE))
                    .toList();
            assertThat(threads.invokeAll(letters).stream()
                            .filter(letter -> letter.resultNow())
                            .count())
                    .isEqualTo(5);
        }
        assertThat(decided()).isEqualTo("PAUSED limit reached its limit of 5 messages a day");
    }

    @Test
    void theSameEffectCostsNothingMoreHoweverOftenItIsTried() {
        limit(2, null);
        assertThat(goes("a", Cost.ONE_MESSAGE)).isTrue();
        assertThat(goes("b", Cost.ONE_MESSAGE)).isTrue();
        assertThat(goes("a", Cost.ONE_MESSAGE)).as("tried again").isTrue();
        assertThat(goes("c", Cost.ONE_MESSAGE)).isFalse();
    }

    @Test
    void moneyStopsBeforeTheLimitIsPassedAndSaysHowMuchItWas() {
        limit(null, 10_000L);
        allowances.take(process, "r1", Cost.money(9_000, "EUR"));
        assertThat(decided()).startsWith("ON");
        assertThatThrownBy(() -> allowances.take(process, "r2", Cost.money(1_001, "EUR")))
                .isInstanceOf(HeldBack.class)
                .hasMessageContaining(process)
                .hasMessageContaining("€100.00 a day: €90.00 are spent and €10.01 more would be");
        assertThat(decided()).startsWith("PAUSED limit");
        assertThat(goes("r3", Cost.money(1_000, "EUR"))).as("it fits exactly").isTrue();
        assertThatThrownBy(() -> allowances.take(process, "r4", Cost.money(1, "USD")))
                .hasMessageContaining("would spend in USD, but its limit a day is in EUR");
    }

    @Test
    void aNewDayBeginsAtMidnightOfTheShopAlsoInTheNightOfTheClockChange() {
        limit(1, null);
        assertThat(goes("a", Cost.ONE_MESSAGE)).isTrue();
        assertThat(goes("b", Cost.ONE_MESSAGE)).isFalse();
        now = now.plus(Duration.ofMinutes(40));
        assertThat(goes("b", Cost.ONE_MESSAGE))
                .as("23:10 UTC is tomorrow in Berlin")
                .isTrue();
        assertThat(goes("c", Cost.ONE_MESSAGE)).isFalse();
    }

    @Test
    void withoutALimitEverythingIsCountedAndNothingHeld() {
        assertThat(goes("a", Cost.ONE_MESSAGE)).isTrue();
        assertThat(database.sql("select count(*) from connectors.automation_use where process_id = :process")
                        .param("process", process)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void limitsThatMakeNoSenseAreNamed() {
        assertThatThrownBy(() -> new Limits(0, null, null)).hasMessageContaining("messagesPerDay must be at least 1");
        assertThatThrownBy(() -> new Limits(null, 5L, null)).hasMessageContaining("belong together");
        assertThatThrownBy(() -> new Limits(null, 5L, "euro")).hasMessageContaining("ISO 4217");
    }

    /** Goes as the test says. */
    private Clock clock() {
        return new Clock() {
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
    }

    private void limit(@Nullable Integer messages, @Nullable Long spend) {
        database.sql("""
                insert into connectors.automation (process_id, messages_per_day, spend_per_day, spend_currency)
                values (:process, :messages, :spend, :currency)
                """)
                .param("process", process)
                .param("messages", messages)
                .param("spend", spend)
                .param("currency", spend == null ? null : "EUR")
                .update();
    }

    private boolean goes(String effect, Cost cost) {
        try {
            allowances.take(process, effect, cost);
            return true;
        } catch (HeldBack held) {
            return false;
        }
    }

    private String decided() {
        return database.sql(
                        "select concat_ws(' ', state, changed_by, reason) from connectors.automation where process_id = :process")
                .param("process", process)
                .query(String.class)
                .single();
    }
}
