package io.tillflow.models.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tillflow.models.experiment.Layer.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    private static final int RUNS = 1_000;
    private static final int UNITS = 4_000;
    private static final int LOOK_EVERY = 10;
    private static final Sequential TEST = new Sequential(0.05, 30);
    private static final Layer HALVES =
            new Layer("prices", 0.1, List.of(new Variant("control", 0.5), new Variant("new", 0.5)));

    /** Looks after every tenth unit and stops at the first clear verdict, as an impatient person would. */
    private static boolean everClear(double rate, double otherRate, Random random) {
        Arm first = Arm.EMPTY;
        Arm second = Arm.EMPTY;
        for (int i = 0; i < UNITS; i++) {
            first = first.and(random.nextDouble() < rate ? 1 : 0);
            second = second.and(random.nextDouble() < otherRate ? 1 : 0);
            if (i % LOOK_EVERY == 0 && TEST.compare(first, second).isClear()) {
                return true;
            }
        }
        return false;
    }

    private static double shareClear(double rate, double otherRate) {
        return IntStream.range(0, RUNS)
                        .parallel()
                        .filter(run -> everClear(rate, otherRate, new Random(run * 7919L + 1)))
                        .count()
                / (double) RUNS;
    }

    @Test
    void equalVariantsAreCalledDifferentInAtMostFiveOfAHundredRunsDespitePeeking() {
        assertThat(shareClear(0.10, 0.10)).isLessThanOrEqualTo(0.05);
    }

    @Test
    void aPlantedEffectIsFoundInNineOfTenRuns() {
        assertThat(shareClear(0.10, 0.14)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void asManyUnitsAsItSaysFindTheDifferenceInFourOfFiveRuns() {
        Sequential test = new Sequential(0.05, 30);
        Arm known = new Arm(1_000, 120, 120);
        long needed = test.unitsNeeded(known, known, 0.5);
        long found = IntStream.range(0, 400)
                .parallel()
                .filter(run -> {
                    Random random = new Random(run * 31L + 7);
                    Arm first = Arm.EMPTY;
                    Arm second = Arm.EMPTY;
                    for (int i = 0; i < needed / 2; i++) {
                        first = first.and(random.nextDouble() < 0.095 ? 1 : 0);
                        second = second.and(random.nextDouble() < 0.145 ? 1 : 0);
                    }
                    return test.compare(first, second).isClear();
                })
                .count();

        assertThat(found / 400.0).isBetween(0.72, 0.9);
        assertThat(test.unitsNeeded(known, known, 0.1)).as("uneven shares").isGreaterThan(2 * needed);
        assertThat(new Sequential(0.05, 30, 0.01).unitsNeeded(known, known, 0.5))
                .isGreaterThan(needed);
    }

    @Test
    void theConfidenceSequenceHoldsTheTrueDifferenceAtAllTimes() {
        long missed = IntStream.range(0, 300)
                .filter(run -> {
                    Random random = new Random(run);
                    Arm first = Arm.EMPTY;
                    Arm second = Arm.EMPTY;
                    boolean outside = false;
                    for (int i = 0; i < 1500; i++) {
                        first = first.and(random.nextGaussian());
                        second = second.and(0.2 + random.nextGaussian());
                        Sequential.Verdict verdict = new Sequential(0.2, 30).compare(first, second);
                        outside |= verdict.low() > 0.2 || verdict.high() < 0.2;
                    }
                    return outside;
                })
                .count();

        assertThat(missed).isLessThanOrEqualTo(15);
    }

    @Test
    void nothingIsClaimedOfAFewUnits() {
        Sequential.Verdict verdict = TEST.compare(new Arm(3, 0, 0), new Arm(3, 3, 3));

        assertThat(verdict.pValue()).isEqualTo(1);
        assertThat(verdict.isClear()).isFalse();
    }

    @Test
    void aUnitKeepsItsVariantAndSharesComeOut() {
        int[] counts = new int[3];
        for (int i = 0; i < 20_000; i++) {
            String variant = HALVES.assign("customer-" + i).map(Variant::name).orElse("none");
            assertThat(HALVES.assign("customer-" + i).map(Variant::name).orElse("none"))
                    .isEqualTo(variant);
            counts[List.of("control", "new", "none").indexOf(variant)]++;
        }

        assertThat(SampleRatio.isBroken(new long[] {counts[0], counts[1], counts[2]}, new double[] {45, 45, 10}))
                .isFalse();
    }

    @Test
    void layersAreIndependentAndTheHoldOutIsInNone() {
        Layer other = new Layer("letters", 0.1, HALVES.variants());
        int both = 0;
        int touched = 0;
        for (int i = 0; i < 20_000; i++) {
            String unit = "c" + i;
            assertThat(other.isHeldOut(unit)).isEqualTo(HALVES.isHeldOut(unit));
            if (!HALVES.isHeldOut(unit)) {
                touched++;
                both += HALVES.assign(unit).equals(other.assign(unit)) ? 1 : 0;
            } else {
                assertThat(HALVES.assign(unit)).isEmpty();
            }
        }

        assertThat((double) both / touched).isCloseTo(0.5, within(0.02));
    }

    @Test
    void aLostUnitInTwentyIsNoticed() {
        assertThat(SampleRatio.isBroken(new long[] {20_000, 19_000}, new double[] {1, 1}))
                .isTrue();
        assertThat(SampleRatio.isBroken(new long[] {20_000, 19_900}, new double[] {1, 1}))
                .isFalse();
        assertThat(SampleRatio.pValue(new long[] {0, 0}, new double[] {1, 1})).isEqualTo(1);
        assertThat(SampleRatio.isBroken(new long[] {5, 5}, new double[] {1, 0})).isTrue();
    }

    @Test
    void wholeUnitsRaiseNoAlarmHoweverOftenAndEarlyTheyAreLookedAt() {
        double[] shares = {0.1, 0.9};
        assertThat(SampleRatio.isBroken(new long[] {2, 0}, shares))
                .as("the first two held out")
                .isFalse();
        assertThat(SampleRatio.isBroken(new long[] {1, 6}, new double[] {0.01, 0.99}))
                .isFalse();
        long alarms = IntStream.range(0, 3_000)
                .parallel()
                .filter(run -> {
                    Random random = new Random(run * 104_729L + 3);
                    long[] counts = new long[2];
                    boolean alarm = false;
                    for (int i = 0; i < 500; i++) {
                        counts[random.nextDouble() < 0.1 ? 0 : 1]++;
                        alarm |= SampleRatio.isBroken(counts, shares);
                    }
                    return alarm;
                })
                .count();
        assertThat(alarms).isLessThanOrEqualTo(3);
    }

    @Test
    void thompsonSamplingLosesLessThanHalvesAndFindsTheBest() {
        Thompson thompson = new Thompson(5);
        Random random = new Random(6);
        double[] rates = {0.05, 0.06, 0.12};
        List<Arm> arms = new ArrayList<>(List.of(Arm.EMPTY, Arm.EMPTY, Arm.EMPTY));
        for (int i = 0; i < 4_000; i++) {
            int chosen = thompson.choose(arms);
            arms.set(chosen, arms.get(chosen).and(random.nextDouble() < rates[chosen] ? 1 : 0));
        }

        assertThat(arms.get(2).units()).isGreaterThan(2_500);
        assertThat(thompson.chances(arms, 500)[2]).isGreaterThan(0.95);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Layer("x", 0, List.of(new Variant("a", 0.7), new Variant("b", 0.7))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Arm.EMPTY.and(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sequential(0, 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
