package io.tillflow.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.engine.history.Backlogs.Backlog;
import io.tillflow.engine.history.Stall.Why;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StallsIT {

    private final JdbcClient jdbc = HistoryDatabase.get().emptied();
    private final Past past = new Past(jdbc);
    private final Clock clock = Clock.fixed(Past.NOON, ZoneOffset.UTC);
    private final Stalls stalls = new Stalls(jdbc, new Durations(jdbc, clock));

    @BeforeEach
    void payingUsuallyTakesTenSeconds() {
        past.process("order", 1, 7);
        jdbc.sql("""
                        insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, started_at, ended_at)
                          select 1000 + 10 * i, 7, 'order', 1, 'COMPLETED', at, at + interval '11 seconds'
                            from generate_series(1, :floor) i, lateral (select :noon::timestamptz - make_interval(hours => 9 + i) as at) t;
                        insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type,
                                                              scope_key, state, started_at, ended_at)
                          select key + 1, key, 7, 'pay', 'SERVICE_TASK', key, 'COMPLETED', started_at, started_at + interval '10 seconds'
                            from history.process_instance""")
                .param("floor", Stalls.FLOOR)
                .param("noon", Columns.parameter(Past.NOON))
                .update();
    }

    private void stands(long key, String step, String type, Duration since) {
        past.instance(key, "O" + key, Past.NOON.minus(since));
        past.element(key + 1, key, step, type, Past.NOON.minus(since));
    }

    private void job(long instance, String type, String state, Duration since) {
        jdbc.sql("""
                        insert into history.job (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key,
                                                 element_id, type, state, retries, worker, custom_headers, created_at, ended_at)
                        values (:key, :instance, 7, 'order', :element, 'pay', :type, :state, 3, 'till', '{}', :at,
                                case when :state = 'COMPLETED' then :at::timestamptz + interval '1 second' end)""")
                .param("key", instance + 5)
                .param("instance", instance)
                .param("element", instance + 1)
                .param("type", type)
                .param("state", state)
                .param("at", Columns.parameter(Past.NOON.minus(since)))
                .update();
    }

    @Test
    void measuresAWaitAgainstTheStepsOwnHistory() {
        stands(100, "pay", "SERVICE_TASK", Duration.ofSeconds(60));
        assertThat(stalls.all(Past.NOON)).isEmpty();
        stands(200, "pay", "SERVICE_TASK", Duration.ofSeconds(75));
        stands(300, "pay", "SERVICE_TASK", Duration.ofSeconds(90));
        Stall stall = stalls.all(Past.NOON).getFirst();
        assertThat(stall.waiting()).isEqualTo(2);
        assertThat(stall.instances()).containsExactly(300L, 200L);
        assertThat(stall.limit().after()).isEqualTo(Duration.ofSeconds(70));
        assertThat(stall.limit().samples()).isEqualTo(Stalls.FLOOR);
        assertThat(stalls.of(100, Past.NOON)).isEmpty();
        assertThat(stalls.of(200, Past.NOON)).hasSize(1);
        past.incident(900, 300, 301, "pay", "no such card");
        assertThat(stalls.of(300, Past.NOON)).as("an incident is not silent").isEmpty();
    }

    @Test
    void usesAGeneralLimitWithoutEnoughHistory() {
        stands(100, "pack", "SERVICE_TASK", Stalls.MACHINE.plusSeconds(1));
        stands(200, "check", "USER_TASK", Stalls.PERSON.minusSeconds(1));
        stands(300, "heard", "INTERMEDIATE_CATCH_EVENT", Stalls.WORLD.plusSeconds(1));
        List<Stall> found = stalls.all(Past.NOON);
        assertThat(found).extracting(Stall::elementId).containsExactlyInAnyOrder("pack", "heard");
        assertThat(found).allMatch(it -> it.limit().general());
    }

    @Test
    void tellsAMissingWorkerFromABusyOne() {
        stands(100, "pay", "SERVICE_TASK", Duration.ofMinutes(9));
        job(100, "payments.take", "CREATED", Duration.ofMinutes(9));
        assertThat(cause(100).why()).isEqualTo(Why.NO_WORKER);
        assertThat(cause(100).subject()).isEqualTo("payments.take");
        assertThat(cause(100).at()).isEmpty();
        job(1_000, "payments.take", "COMPLETED", Duration.ofMinutes(20));
        assertThat(cause(100).why()).isEqualTo(Why.NO_WORKER);
        assertThat(cause(100).at())
                .contains(Past.NOON.minus(Duration.ofMinutes(20)).plusSeconds(1));
        job(1_010, "payments.take", "COMPLETED", Duration.ofMinutes(2));
        assertThat(cause(100).why()).isEqualTo(Why.QUEUED);
        jdbc.sql("update history.job set state = 'TIMED_OUT' where key = 105").update();
        assertThat(cause(100).why()).isEqualTo(Why.NOT_ANSWERED);
        assertThat(cause(100).subject()).isEqualTo("till");
    }

    @Test
    void tellsAMessageThatNeverCameFromOneThatWasNotHeard() {
        stands(100, "heard", "INTERMEDIATE_CATCH_EVENT", Duration.ofDays(8));
        jdbc.sql("""
                insert into history.message_subscription (key, kind, process_instance_key, element_instance_key, bpmn_process_id, element_id,
                                                          name, correlation_key, state, created_at)
                  values (110, 'CATCH', 100, 101, 'order', 'heard', 'paid', 'o-1', 'OPEN', now())""").update();
        assertThat(cause(100))
                .isEqualTo(new Stall.Cause(Why.NEVER_PUBLISHED, "paid", "o-1", java.util.Optional.empty()));
        jdbc.sql("""
                insert into history.message (key, name, correlation_key, message_id, state, variables, published_at, deadline)
                  values (120, 'paid', 'o-1', 'm', 'EXPIRED', '{}', :at, :at)""").param("at", Columns.parameter(Past.NOON)).update();
        assertThat(cause(100).why()).isEqualTo(Why.NOT_HEARD);
        jdbc.sql("truncate history.message_subscription").update();
        jdbc.sql("""
                insert into history.timer (key, process_instance_key, process_definition_key, element_instance_key, element_id, due_at,
                                           repetitions, state, created_at) values (130, 100, 7, 101, 'heard', :at, 0, 'CREATED', now())""").param("at", Columns.parameter(Past.NOON.plusSeconds(5))).update();
        assertThat(cause(100).why()).isEqualTo(Why.TIMER);
    }

    private Stall.Cause cause(long instance) {
        return stalls.of(instance, Past.NOON).getFirst().cause();
    }

    @Test
    void saysHowLongABacklogTakes() {
        for (int i = 0; i < 6; i++) {
            stands(100 + 10 * i, "pay", "SERVICE_TASK", Duration.ofMinutes(30));
            job(100 + 10 * i, "payments.take", i < 4 ? "CREATED" : "COMPLETED", Duration.ofMinutes(i < 2 ? 30 : 5));
        }
        past.userTask(900, 100, 101, "check", "{}");
        Backlog before = only(Duration.ofMinutes(10));
        assertThat(before.open()).isEqualTo(4);
        assertThat(before.arrived()).isEqualTo(4);
        assertThat(before.done()).isEqualTo(2);
        assertThat(before.drain()).as("it grows").isEmpty();
        jdbc.sql("update history.job set created_at = created_at - interval '1 hour'")
                .update();
        Backlog later = only(Duration.ofMinutes(10));
        assertThat(later.oldest()).contains(Past.NOON.minus(Duration.ofMinutes(90)));
        assertThat(later.drain()).contains(Duration.ofMinutes(20));
        assertThat(later.perMinute(later.done())).isEqualTo(0.2);
    }

    private Backlog only(Duration window) {
        List<Backlog> all = new Backlogs(jdbc).all(Past.NOON, window);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
