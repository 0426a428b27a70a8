package io.tillflow.connectors.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tillflow.connectors.database.TestSchema;
import io.tillflow.connectors.jobs.CrashDrill.Plan;
import io.tillflow.connectors.provider.TestDatabase;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deaths are counted in the database, where others arm and disarm a drill. */
class CrashDrillIT {
    private static final String JOB = "payments.capture";

    private final JdbcClient database = TestDatabase.jdbc();
    private final AtomicInteger ends = new AtomicInteger();
    private final CrashDrill drill =
            new CrashDrill(database, TestDatabase.transaction(), TestSchema.migrated(), new Random(1)) {
                @Override
                void end() {
                    ends.incrementAndGet();
                }
            };

    @AfterEach
    void disarm() {
        drill.arm(Plan.NONE);
    }

    @Test
    void aDrillThatWasDisarmedMeanwhileStaysSo() {
        drill.arm(new Plan(5, 1, 1));
        database.sql("update connectors.crash_drill set deaths_left = 0").update();
        drill.passed(JOB);
        assertThat(ends).hasValue(0);
        assertThat(drill.report()).satisfies(report -> {
            assertThat(report.plan().deathsLeft()).isZero();
            assertThat(report.interrupted())
                    .containsOnly(entry("at-most-once", 0L), entry("keyed", 0L), entry("look-up-first", 0L));
        });
    }

    @Test
    void eachDeathTakesOneOfThoseThatAreLeft() {
        drill.arm(new Plan(5, 1, 1));
        database.sql("update connectors.crash_drill set deaths_left = 2").update();
        for (int job = 0; job < 3; job++) {
            drill.passed(JOB);
        }
        assertThat(ends).hasValue(2);
        assertThat(drill.report()).satisfies(report -> {
            assertThat(report.plan().deathsLeft()).isZero();
            assertThat(report.deaths()).isEqualTo(2);
            assertThat(report.interrupted()).containsEntry("keyed", 2L);
        });
    }

    @Test
    void whatOnlyAsksHasNoEffectToLose() {
        drill.arm(new Plan(5, 1, 1));
        drill.passed("commerce.read-stock");
        assertThat(ends).hasValue(0);
        drill.passed("commerce.refund-order");
        assertThat(ends).hasValue(1);
        assertThat(drill.report().interrupted())
                .containsOnly(entry("at-most-once", 0L), entry("keyed", 0L), entry("look-up-first", 1L));
    }
}
