package io.tillflow.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.engine.history.Standings.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandingsIT {

    private static final Instant MORNING = Past.NOON.minus(Duration.ofHours(12));

    private final Past past = new Past(HistoryDatabase.get().emptied());
    private final Standings standings = new Standings(HistoryDatabase.get().jdbc());

    /** Version 1: one works, one waits, one fails. Version 2: two ended, after one and three hours. */
    @BeforeEach
    void twoVersionsAndAQuietProcess() {
        past.process("order", 1, 6);
        past.process("order", 2, 7);
        past.process("quiet", 1, 8);
        instance(100, 1, 6, Past.NOON.minus(Duration.ofDays(3)), "SERVICE_TASK");
        instance(101, 1, 6, MORNING.plusSeconds(60), "RECEIVE_TASK");
        instance(102, 1, 6, MORNING.plusSeconds(60), "SERVICE_TASK");
        past.incident(300, 102, 202, "step", "broken");
        instance(103, 2, 7, MORNING, "SERVICE_TASK");
        past.end(103, "COMPLETED", MORNING.plus(Duration.ofHours(1)));
        instance(104, 2, 7, MORNING, "SERVICE_TASK");
        past.end(104, "COMPLETED", MORNING.plus(Duration.ofHours(3)));
        instance(105, 2, 7, MORNING, "SERVICE_TASK");
        past.end(105, "CANCELLED", MORNING.plus(Duration.ofHours(3)));
        instance(106, 2, 7, Past.NOON.minus(Duration.ofDays(3)), "SERVICE_TASK");
        past.end(106, "COMPLETED", Past.NOON.minus(Duration.ofDays(2)));
    }

    private void instance(long key, int version, long definition, Instant startedAt, String type) {
        past.instance(key, "o" + key, startedAt);
        past.element(key + 100, key, "step", type, startedAt);
        past.belongsTo(key, "order", version, definition);
    }

    @Test
    void tellsAProcessAndThenItsVersionsNewestFirst() {
        List<Standing> all = standings.of(MORNING, Past.NOON);
        assertThat(all)
                .extracting(Standing::processId, Standing::version)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("order", OptionalInt.empty()),
                        org.assertj.core.groups.Tuple.tuple("order", OptionalInt.of(2)),
                        org.assertj.core.groups.Tuple.tuple("order", OptionalInt.of(1)),
                        org.assertj.core.groups.Tuple.tuple("quiet", OptionalInt.empty()),
                        org.assertj.core.groups.Tuple.tuple("quiet", OptionalInt.of(1)));
        assertThat(all).extracting(Standing::definitionKey).containsExactly(7L, 7L, 6L, 8L, 8L);
        assertThat(all.get(3).stirs()).isFalse();
    }

    @Test
    void countsWhatStandsInEachVersion() {
        List<Standing> all = standings.of(MORNING, Past.NOON);
        Standing first = all.get(2);
        assertThat(List.of(first.running(), first.waiting(), first.withIncidents()))
                .containsExactly(1L, 1L, 1L);
        assertThat(first.period().started()).isEqualTo(2);
        Standing second = all.get(1);
        assertThat(second.running() + second.waiting() + second.withIncidents()).isZero();
        Standing both = all.getFirst();
        assertThat(List.of(both.running(), both.waiting(), both.withIncidents()))
                .containsExactly(1L, 1L, 1L);
        assertThat(both.period().started()).isEqualTo(5);
    }

    @Test
    void measuresWhatEndedInThePeriodAlone() {
        Standing second = standings.of(MORNING, Past.NOON).get(1);
        assertThat(second.period().completed()).isEqualTo(2);
        assertThat(second.period().cancelled()).isEqualTo(1);
        assertThat(second.period().median()).contains(Duration.ofHours(2));
        assertThat(second.period().p95()).contains(Duration.ofMinutes(174));
        assertThat(second.throughput()).hasSize(Standings.SLICES);
        assertThat(second.throughput().get(2)).isEqualTo(1);
        assertThat(second.throughput().get(6)).isEqualTo(1);
        assertThat(second.throughput().stream().mapToLong(it -> it).sum()).isEqualTo(2);
        assertThat(standings.of(MORNING, Past.NOON).getFirst().throughput()).isEqualTo(second.throughput());
    }
}
