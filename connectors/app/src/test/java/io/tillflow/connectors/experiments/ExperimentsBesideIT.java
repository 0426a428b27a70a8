package io.tillflow.connectors.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.experiments.ExperimentDesk.View;
import io.tillflow.processes.AssignArm;
import java.sql.Timestamp;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Experiments beside each other, hold-outs beside arms, and units beside history. */
class ExperimentsBesideIT extends TryOut {
    @Test
    void aStoppedOneIsNotStartedIntoAPartThatAnotherTook() {
        assign(halves("goes-on", unit("goes-on", 1)));
        desk.stop("goes-on", 1, "ada");
        AssignArm second = new AssignArm(
                "comes-in", 1, unit("goes-on", 2), HALVES, 0.0, "usual", "ordered", null, "P7D", 5, "goes-on", "0-50");
        assign(second);
        assertThatThrownBy(() -> desk.start("goes-on", 1, "ada"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 1 of the experiment comes-in runs in it");
        assertThat(desk.one("goes-on", 1).state()).isEqualTo("STOPPED");
        desk.stop("comes-in", 1, "ada");
        assertThat(desk.start("goes-on", 1, "ada").state()).isEqualTo("RUNNING");

        assign(job("goes-on", 2, unit("goes-on", 1), HALVES, 0));
        desk.stop("goes-on", 1, "ada");
        assertThatThrownBy(() -> desk.start("goes-on", 1, "ada"))
                .hasMessageContaining("no other version of the experiment goes-on to run, but version 2 does");
    }

    @Test
    void aSmallHoldOutBesideArmsDoesNotKeepTheirVerdict() {
        View view = run(job("beside", 1, "x", HALVES, 2), 1_600, arm -> arm.equals("new") ? 0.32 : 0.15);
        assertThat(view.groups().getLast().arm()).isEqualTo("hold-out");
        assertThat(view.groups().getLast().judged()).isBetween(1L, 99L);
        assertThat(view.word()).isEqualTo("BETTER");
        assertThat(view.best()).isEqualTo("new");
    }

    /** Instance 4 n came there before, 4 n + 1 after, 4 n + 2 in one that it called, 4 n + 3 too late; more than are judged at once. */
    @Test
    void anElementCountsWhenItIsReachedAfterTheUnitTookPartAndWithinItsTime() {
        for (int i = 0; i < 1_200; i++) {
            AssignArm job = new AssignArm(
                    "reaches", 1, unit("reaches", i), HALVES, 0.0, "usual", "reached", "goal", "P7D", 5, null, null);
            assignment.assign(job, PLACE, i);
        }
        Timestamp began = Timestamp.from(clock.instant());
        DATABASE.sql("""
                        insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, started_at, parent_process_instance_key)
                        select i, 1, 'try-out', 1, 'ACTIVE', :began, case when i >= 10000 then i - 10000 end
                          from (select generate_series(0, 1199) union all select generate_series(10000, 11199)) as all_of (i)""").param("began", began).update();
        DATABASE.sql("""
                        insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type, state, started_at)
                        select 100000 + i, case when i % 4 = 2 then 10000 + i else i end, 1, 'goal', 'SERVICE_TASK', 'COMPLETED',
                               :began::timestamptz + case i % 4 when 0 then interval '-1 minute' when 3 then interval '8 days' else interval '1 minute' end
                          from generate_series(0, 1199) as i""").param("began", began).update();
        clock.advance(Duration.ofDays(9));
        DATABASE.sql("alter table history.element_instance rename to away").update();
        assertThat(desk.one("reaches", 1).groups())
                .as("shown although it cannot be judged")
                .allMatch(group -> group.judged() == 0);
        DATABASE.sql("alter table history.away rename to element_instance").update();
        assertThat(desk.one("reaches", 1).groups())
                .extracting(group -> group.judged())
                .allMatch(judged -> judged > 500);
        assertThat(DATABASE.sql(
                                "select distinct instance % 4 from intelligence.exposure where name = 'reaches' and outcome = 1")
                        .query(Integer.class)
                        .list())
                .containsExactlyInAnyOrder(1, 2);
        assertThat(DATABASE.sql("select count(*) from intelligence.exposure where name = 'reaches' and outcome = 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(600);
    }
}
