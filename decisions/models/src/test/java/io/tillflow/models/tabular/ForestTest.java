package io.tillflow.models.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ForestTest {
    private static float[][] rows(int many, long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[many][4];
        for (float[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextInt(9) == 0 ? Float.NaN : (float) Math.round(random.nextGaussian() * 3) / 3;
            }
        }
        return rows;
    }

    @Test
    void saysWhatTheLibrarySaysThatLearnedIt() throws Exception {
        float[][] learned = rows(800, 1);
        boolean[] truth = new boolean[learned.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = learned[i][0] > 0.5 && !(learned[i][1] > 0);
        }
        Booster booster = Boosting.train(learned, truth);
        Forest forest = Boosting.forest(booster, truth);
        float[][] asked = rows(500, 2);
        float[][] theirs = booster.predict(Boosting.matrix(asked), true);
        double[] ours = forest.margins(asked);

        for (int i = 0; i < asked.length; i++) {
            assertThat(ours[i]).as("row %d: %s", i, Arrays.toString(asked[i])).isCloseTo(theirs[i][0], within(1e-4));
        }
        Forest kept = JsonMapper.shared().readValue(JsonMapper.shared().writeValueAsString(forest), Forest.class);
        assertThat(kept.margins(asked)).containsExactly(ours);
        double[] added = forest.contributions(new float[] {2, -2, 0, 0});
        assertThat(added[0]).isPositive().isGreaterThan(added[2]).isGreaterThan(added[3]);
    }
}
