package io.tillflow.models.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tillflow.models.Fit;
import io.tillflow.models.measure.Ranking;
import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassifierTest {
    private static final List<String> COLUMNS = List.of("leaves", "plan", "months", "noise", "constant");

    /** Who pays by the month leaves more often, and less the longer he stays. */
    private static Table table(int rows, long seed) {
        Random random = new Random(seed);
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            boolean monthly = random.nextBoolean();
            int months = random.nextInt(60);
            double chance = 1 / (1 + Math.exp(-((monthly ? 1.2 : -1) - months * 0.05 + 0.5)));
            lines.add(List.of(
                    random.nextDouble() < chance ? "Yes" : "No",
                    monthly ? "monthly" : "yearly",
                    i % 50 == 0 ? "NA" : "" + months,
                    "" + random.nextGaussian(),
                    "7"));
        }
        return new Table("customers.csv", COLUMNS, lines);
    }

    @Test
    void ranksAndCalibratesCasesItNeverSaw() {
        Scorer scorer = new Scorer(Labelled.of(table(1500, 1), "leaves").classifier(0.5));
        Labelled others = Labelled.of(table(1500, 2), "leaves");
        double[] probabilities = scorer.probabilities(others.table());

        assertThat(new Ranking(probabilities, others.truth()).auc()).isGreaterThan(0.76);
        assertThat(Arrays.stream(probabilities).average().orElse(0)).isCloseTo(others.share(), within(0.05));
        assertThat(Ranking.brier(probabilities, others.truth()))
                .isLessThan(others.share() * (1 - others.share()) * 0.85);
    }

    @Test
    void saysWhatRaisedAScore() {
        Scorer scorer = new Scorer(Labelled.of(table(1500, 1), "leaves").classifier(1));
        Table asked = new Table(
                "new.csv", List.of("constant", "noise", "months", "plan"), List.of(List.of("7", "0", "2", "monthly")));

        assertThat(scorer.reasons(asked).get(0))
                .contains("months")
                .containsAnyOf("plan = monthly", "plan is not yearly");
    }

    @Test
    void unknownLevelsAndMissingNumbersAreNoError() {
        Scorer scorer = new Scorer(Labelled.of(table(400, 1), "leaves").classifier(0.5));
        Table asked = new Table("new.csv", COLUMNS, List.of(List.of("", "weekly", "", "NaN", "")));

        assertThat(scorer.probabilities(asked)[0]).isBetween(0.0, 1.0);
        assertThatThrownBy(() -> scorer.probabilities(new Table("x.csv", List.of("plan"), List.of())))
                .isInstanceOf(BadData.class)
                .hasMessageStartingWith("x.csv has no column months");
    }

    @Test
    void refusesTooFewCasesAndLabelsThatAreNeitherYesNorNo() {
        assertThat(Labelled.of(table(60, 1), "leaves").fit(1))
                .isInstanceOfSatisfying(
                        Fit.TooLittle.class, none -> assertThat(none.reason()).endsWith("50 of each are needed"));
        assertThatThrownBy(() -> Labelled.of(table(10, 1), "plan"))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("expected yes or no");
    }

    @Test
    void neverLearnsFromTheLabelOrAConstant() {
        Classifier model = Labelled.of(table(300, 3), "leaves").classifier(1);

        assertThat(model.encoder().columns().stream().map(Column::name)).containsExactly("plan", "months", "noise");
    }
}
