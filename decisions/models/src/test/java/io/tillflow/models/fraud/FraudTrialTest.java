package io.tillflow.models.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.models.Fit;
import io.tillflow.models.ModelFile;
import io.tillflow.models.Terms;
import io.tillflow.models.life.Trial;
import io.tillflow.models.table.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FraudTrialTest {
    private final Fraud fraud = new Fraud();

    @TempDir
    private Path folder;

    /** What was turned away: two things together, which no single question tells; or nothing but chance. */
    private Source orders(int many, boolean telling) throws IOException {
        Random random = new Random(4);
        StringBuilder lines = new StringBuilder("turned away,amount,country,addresses differ,orders the day before\n");
        for (int i = 0; i < many; i++) {
            boolean differ = random.nextInt(4) == 0;
            int before = random.nextInt(3);
            double chance = telling ? differ && before == 2 ? 0.9 : 0.02 : 0.1;
            lines.append(random.nextDouble() < chance ? 1 : 0)
                    .append(',')
                    .append(10 + random.nextInt(200))
                    .append(random.nextBoolean() ? ",DE," : ",FR,")
                    .append(differ ? 1 : 0)
                    .append(',')
                    .append(before)
                    .append('\n');
        }
        return new Source(Files.writeString(folder.resolve("risks.csv"), lines));
    }

    private FraudModel model(Source data) {
        return ((Fit.Fitted<FraudModel>) fraud.fit(data, Terms.USUAL)).model();
    }

    @Test
    void beatsOneQuestionWhereTwoThingsTogetherTell() throws IOException {
        Source data = orders(2000, true);
        Trial trial = fraud.tryOut(data, Optional.empty(), 0);

        assertThat(trial.cases()).isEqualTo(400);
        assertThat(trial.figure()).isGreaterThan(trial.baseline() + 0.1);
        assertThat(trial.gain().atWorst()).isPositive();
        assertThat(trial.baselineName()).isIn("by addresses differ alone", "by orders the day before alone");
        assertThat(trial.versusLive()).isNull();
    }

    @Test
    void isNoBetterThanOneQuestionWhereNothingTells() throws IOException {
        Trial trial = fraud.tryOut(orders(2000, false), Optional.empty(), 0);

        assertThat(trial.gain().atWorst()).isNegative();
        assertThat(trial.baselineName()).isEqualTo("all alike");
    }

    @Test
    void isComparedWithTheVersionInUseOnOrdersThatNeitherKnows() throws IOException {
        Source data = orders(2000, true);
        FraudModel live = model(data);

        assertThat(fraud.tryOut(data, Optional.of(live), 1800).versusLive())
                .satisfies(versus -> assertThat(versus.cases()).isEqualTo(200));
        assertThat(fraud.tryOut(data, Optional.of(live), 1990).versusLive())
                .as("too few that it has not learned from")
                .isNull();
    }

    @Test
    void keptAndReadAgainItSaysTheSameOfASingleOrderWithItsReasons() throws IOException {
        FraudModel model = fraud.read(ModelFile.read("kept", fraud.write(model(orders(2000, true)))));
        Suspicions suspicions = new Suspicions(model);
        Map<String, String> facts = Map.of("amount", "80", "country", "DE", "addresses differ", "1", "more", "x");
        Map<String, String> often = new java.util.HashMap<>(facts);
        often.put("orders the day before", "2");
        Suspicion said = suspicions.of(often);

        assertThat(said.probability()).isGreaterThan(0.6);
        assertThat(said.reasons()).contains("addresses differ (+", "orders the day before (+");
        often.put("addresses differ", "0");
        assertThat(suspicions.of(often).probability()).isLessThan(0.1);
        often.put("country", "");
        often.put("amount", "");
        assertThat(suspicions.of(often).probability())
                .as("not known is no error")
                .isBetween(0.0, 1.0);
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThat(fraud.fit(orders(300, true), Terms.USUAL))
                .isInstanceOfSatisfying(
                        Fit.TooLittle.class, none -> assertThat(none.reason()).contains("turned away", "50 of each"));
        Source just = orders(600, true);
        assertThat(fraud.fit(just, Terms.USUAL)).isInstanceOf(Fit.Fitted.class);
        assertThat(fraud.missingToTryOut(just))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("in the earlier four fifths"));
    }
}
