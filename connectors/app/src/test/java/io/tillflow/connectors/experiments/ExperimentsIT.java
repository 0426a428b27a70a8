package io.tillflow.connectors.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.experiments.ExperimentDesk.View;
import io.tillflow.processes.AssignArm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExperimentsIT extends TryOut {
    @Test
    void aUnitIsNotedOnceAndKeepsItsArmHoweverManyComeAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> tries = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String unit = unit("at-once", i % 3);
                tries.add(() -> assign(halves("at-once", unit)));
            }
            List<String> arms = threads.invokeAll(tries).stream()
                    .map(one -> one.resultNow())
                    .toList();
            for (int i = 3; i < 60; i++) {
                assertThat(arms.get(i)).isEqualTo(arms.get(i % 3));
            }
        }
        assertThat(exposures("at-once")).isEqualTo(3);
        assertThat(desk.one("at-once", 1).acts()).as("begun once").hasSize(1);
    }

    @Test
    void aDryRunAnswersTheSameAndLeavesNoTrace() {
        AssignArm job = halves("on-paper", unit("on-paper", 1));
        String arm = assignment.wouldAssign(job);
        assertThat(experiments.find("on-paper", 1)).isEmpty();
        assertThat(assign(job)).isEqualTo(arm);
        assertThat(assignment.wouldAssign(halves("on-paper", unit("on-paper", 2))))
                .isIn("usual", "new");
        assertThat(exposures("on-paper")).isEqualTo(1);
    }

    @Test
    void whatIsHeldOutIsTheSameEverywhereAndComparedWithALoneArm() {
        View view = run(
                new AssignArm(
                        "one-arm", 1, "x", Map.of("letter", 100.0), 10.0, null, "ordered", null, "P7D", 5, null, null),
                2_000,
                arm -> arm.equals("letter") ? 0.25 : 0.1);
        assertThat(view.compared()).isEqualTo("hold-out");
        assertThat(view.groups().getFirst().units()).isBetween(150L, 250L);
        assertThat(view.word()).isEqualTo("BETTER");
        assertThat(view.best()).isEqualTo("letter");
        assertThat(view.ratio()).isGreaterThan(0.001);
        String held = DATABASE.sql(
                        "select unit from intelligence.exposure where name = 'one-arm' and arm = 'hold-out' limit 1")
                .query(String.class)
                .single();
        assertThat(assign(job("other", 1, held, HALVES, 10))).isEqualTo("hold-out");
    }

    /** Twenty times the same on both sides: one in twenty may look different; forty looks at each. */
    @Test
    void equalArmsAreCalledDifferentNoMoreOftenThanOneInTwenty() {
        int wrong = 0;
        for (int i = 0; i < 20; i++) {
            View view = run(halves("same-" + i, "x"), 500, arm -> 0.2);
            boolean ever = view.curve().stream().anyMatch(line -> line.low() > 0 || line.high() < 0);
            wrong += ever ? 1 : 0;
            assertThat(view.ratio()).isGreaterThan(0.001);
        }
        assertThat(wrong).isLessThanOrEqualTo(1);
    }

    @Test
    void aPlantedEffectIsFoundAndAPersonTakesTheArm() {
        View few = run(halves("planted", "x"), 150, arm -> arm.equals("new") ? 0.32 : 0.15);
        assertThat(few.word()).isEqualTo("TOO_FEW");
        assertThat(few.needed()).isGreaterThan(500);
        View view = run(job("planted", 2, "x", HALVES, 0), 1_600, arm -> arm.equals("new") ? 0.32 : 0.15);
        assertThat(view.word()).isEqualTo("BETTER");
        assertThat(view.best()).isEqualTo("new");
        assertThat(view.groups().getLast().low()).isPositive();
        assertThat(view.curve()).isNotEmpty();

        desk.stop("planted", 2, "ada");
        assertThat(assign(job("planted", 2, unit("late", 1), HALVES, 0))).isEqualTo("usual");
        assertThat(desk.take("planted", 2, "new", "ada").state()).isEqualTo("TAKEN");
        assertThat(assign(job("planted", 2, unit("late", 2), HALVES, 0))).isEqualTo("new");
        assertThat(desk.one("planted", 2).acts())
                .extracting(act -> act.kind() + " " + act.actor())
                .containsExactly("TAKEN ada", "STOPPED ada", "BEGUN try-out");
        assertThat(exposures("planted")).isEqualTo(1_750);
        assertThatThrownBy(() -> desk.take("planted", 2, "blue", "ada"))
                .hasMessageContaining("[usual, new], but got blue");
    }

    @Test
    void sharesShiftToWhatWorksWithinBoundsAndEachShiftIsWrittenDown() {
        run(halves("shifts", "x"), 600, arm -> arm.equals("new") ? 0.4 : 0.1);
        Shifting shifting = new Shifting(experiments, exposures, clock);
        assertThat(shifting.shiftNow()).as("nobody allowed it").isZero();
        desk.shift("shifts", 1, 0.1, "ada");
        for (int i = 0; i < 6; i++) {
            shifting.shiftNow();
        }
        View view = desk.one("shifts", 1);
        assertThat(view.shifts()).hasSizeGreaterThan(3).last().satisfies(last -> {
            assertThat(last.actor()).isEqualTo("thompson");
            assertThat(last.reason()).contains("new is the best with 100 %");
            assertThat(last.shares()).allMatch(share -> share >= 0.0999);
        });
        String kept = exposures
                .armOf(experiments.find("shifts", 1).orElseThrow().design(), unit("shifts", 1))
                .orElseThrow();
        assertThat(assign(halves("shifts", unit("shifts", 1)))).isEqualTo(kept);
        View later = run(job("shifts", 1, "y", HALVES, 0), 600, arm -> 0.2);
        assertThat(later.ratio()).as("the sizes fit the shares as they were").isGreaterThan(0.001);
    }

    @Test
    void lostUnitsAreNoticed() {
        run(halves("leaky", "x"), 800, arm -> 0.2);
        DATABASE.sql("delete from intelligence.exposure where name = 'leaky' and arm = 'new' and unit < '6'")
                .update();
        assertThat(desk.one("leaky", 1).word()).isEqualTo("UNTRUSTWORTHY");
    }

    @Test
    void twoExperimentsOfALayerShareItsUnitsOut() {
        for (int i = 0; i < 300; i++) {
            String unit = unit("layered", i);
            assign(layered("left-part", unit, "0-50"));
            assign(layered("right-part", unit, "50-100"));
        }
        int both = DATABASE.sql("""
                select count(*) from intelligence.exposure a join intelligence.exposure b using (unit)
                 where a.name = 'left-part' and b.name = 'right-part'""").query(Integer.class).single();
        assertThat(both).isZero();
        assertThat(exposures("left-part") + exposures("right-part")).isEqualTo(300);
        assertThat(exposures("left-part")).isBetween(110, 190);
        assertThatThrownBy(() -> assign(layered("third-part", unit("layered", 1), "40-60")))
                .hasMessageContaining("runs in it; stop it, or choose another part");
    }

    private static AssignArm layered(String name, String unit, @Nullable String part) {
        return new AssignArm(name, 1, unit, HALVES, 0.0, "usual", "revenue", null, "P7D", 500, "checkout", part);
    }

    @Test
    void whatIsWrongIsNamed() {
        refused(
                job("bad", 1, "u", Map.of("a", 50.0, "usual", 45.0), 0),
                "100 percent together, but got {a=50.0, usual=45.0} = 95.0");
        refused(job("Bad", 1, "u", HALVES, 0), "a name of lower-case letters");
        refused(job("bad", 1, "u", HALVES, 100), "a hold-out of 0 to below 100 percent");
        refused(
                new AssignArm("bad", 1, "u", HALVES, 0.0, "x", "ordered", null, "P7D", 5, null, null),
                "the usual arm to be one of [new, usual]");
        refused(
                new AssignArm("bad", 1, "u", HALVES, 0.0, "usual", "margin", null, "P7D", 5, null, null),
                "one of ordered, revenue, reached, but it is margin");
        refused(
                new AssignArm("bad", 1, "u", HALVES, 0.0, "usual", "reached", " ", "P7D", 5, null, null),
                "ids of elements");
        refused(
                new AssignArm("bad", 1, "u", HALVES, 0.0, "usual", "ordered", null, "a week", 5, null, null),
                "a time like P7D");
        refused(
                new AssignArm("bad", 1, "u", HALVES, 0.0, "usual", "ordered", null, "PT1.5S", 5, null, null),
                "a time of whole seconds");
        assertThatThrownBy(() -> halves("bad", " ")).hasMessageContaining("expected the variable unit");
        assign(halves("changed", unit("changed", 1)));
        refused(job("changed", 1, "u", Map.of("usual", 60.0, "new", 40.0), 0), "raise the step's version");
        assign(job("changed", 2, unit("changed", 1), Map.of("usual", 60.0, "new", 40.0), 0));
        assertThat(exposures("changed")).isEqualTo(2);
    }

    private void refused(AssignArm job, String why) {
        assertThatThrownBy(() -> assign(job))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
