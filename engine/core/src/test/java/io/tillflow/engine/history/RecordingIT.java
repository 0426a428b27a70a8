package io.tillflow.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.engine.history.Facts.Everything;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecordingIT {

    private static final Instant START = Past.NOON.minusSeconds(60);

    private final JdbcClient jdbc = HistoryDatabase.get().emptied();
    private final Past past = new Past(jdbc);
    private final Clock clock = Clock.fixed(Past.NOON, ZoneOffset.UTC);
    private final InstanceFacts facts = new InstanceFacts(jdbc, new Instances(jdbc, new Durations(jdbc, clock), clock));
    private final Recordings recordings = new Recordings(jdbc, facts);

    @BeforeEach
    void anOrderThatFailedOnceAndEnded() {
        past.process("order", 1, 7);
        past.instance(100, "10000", START);
        past.element(110, 100, "placed", "START_EVENT", START);
        past.leave(110, START.plusSeconds(1));
        past.element(120, 100, "parcel", "SUB_PROCESS", START.plusSeconds(2));
        past.element(130, 100, "book", "SERVICE_TASK", START.plusSeconds(3));
        jdbc.sql("update history.element_instance set scope_key = 120 where key = 130")
                .update();
        jdbc.sql("""
                insert into history.sequence_flow values (100, 1, 'to-parcel', :one), (100, 2, 'in-parcel', :two), (100, 3, 'again', :five);
                insert into history.variable_change values (100, 4, 100, 'note', '"first"', :two), (100, 5, 100, 'note', '"second"', :five);
                insert into history.variable values (100, 'note', 100, '"second"', :five)""")
                .param("one", Columns.parameter(START.plusSeconds(1)))
                .param("two", Columns.parameter(START.plusSeconds(2)))
                .param("five", Columns.parameter(START.plusSeconds(5)))
                .update();
        past.incident(140, 100, 130, "book", "no such street");
        jdbc.sql("update history.incident set created_at = :from, resolved_at = :to, state = 'RESOLVED'")
                .param("from", Columns.parameter(START.plusSeconds(4)))
                .param("to", Columns.parameter(START.plusSeconds(6)))
                .update();
        past.leave(130, START.plusSeconds(7));
        past.end(100, "COMPLETED", START.plusSeconds(8));
    }

    private Everything after(int seconds) {
        return recordings.find(100).orElseThrow().at(START.plusSeconds(seconds));
    }

    @Test
    void standsWhereItStoodThen() {
        assertThat(after(0).tokens()).extracting(Token::elementId).containsExactly("placed");
        assertThat(after(1).tokens()).isEmpty();
        assertThat(after(2).tokens()).extracting(Token::elementId).containsExactly("parcel");
        assertThat(after(3).tokens()).extracting(Token::elementId).containsExactly("book");
        assertThat(after(3).instance().state()).isEqualTo(InstanceState.RUNNING);
        assertThat(after(7).tokens()).extracting(Token::elementId).containsExactly("parcel");
        assertThat(after(9).tokens()).isEmpty();
        assertThat(after(9).instance().state()).isEqualTo(InstanceState.COMPLETED);
        assertThat(after(9).elements()).hasSize(3).allMatch(it -> it.endedAt().isPresent());
    }

    @Test
    void failsOnlyAsLongAsItFailed() {
        assertThat(after(3).incidents()).isEmpty();
        assertThat(after(4).tokens()).singleElement().matches(Token::failed);
        assertThat(after(5).instance().state()).isEqualTo(InstanceState.INCIDENT);
        assertThat(after(5).instance().endedAt()).isEmpty();
        assertThat(after(6).tokens()).noneMatch(Token::failed);
        assertThat(after(6).incidents()).singleElement().matches(it -> !it.open());
    }

    @Test
    void knowsThePathAndTheValuesOfThen() {
        assertThat(after(0).flows()).isEmpty();
        assertThat(after(2).flows()).extracting(Facts.Flow::elementId).containsExactly("to-parcel", "in-parcel");
        assertThat(after(5).flows()).hasSize(3);
        assertThat(value(1)).isEmpty();
        assertThat(value(2)).isEqualTo("first");
        assertThat(value(5)).isEqualTo("second");
    }

    private String value(int seconds) {
        return after(seconds).variables().stream()
                .filter(it -> it.name().equals("note"))
                .map(it -> it.value().asString())
                .findFirst()
                .orElse("");
    }

    @Test
    void tellsHowAVariableCameToItsValue() {
        assertThat(recordings.changes(100))
                .extracting(
                        it -> it.variable().value().asString(),
                        it -> it.variable().updatedAt())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("first", START.plusSeconds(2)),
                        org.assertj.core.groups.Tuple.tuple("second", START.plusSeconds(5)));
    }
}
