package io.tillflow.models.tabular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost behind plain arrays: kept as bytes, asked many rows at a time. */
final class Boosting {
    private static final int ROUNDS = 180;
    private static final Map<String, Object> SETTINGS = Map.of(
            "objective",
            "binary:logistic",
            "max_depth",
            3,
            "eta",
            0.05,
            "subsample",
            0.8,
            "colsample_bytree",
            0.6,
            "min_child_weight",
            3,
            "lambda",
            2.0,
            "seed",
            7,
            "nthread",
            1,
            "verbosity",
            0);

    private Boosting() {}

    static byte[] fit(float[][] rows, boolean[] truth) {
        float[] labels = new float[truth.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = truth[i] ? 1 : 0;
        }
        try {
            DMatrix data = matrix(rows);
            data.setLabel(labels);
            Booster booster = XGBoost.train(data, SETTINGS, ROUNDS, Map.of(), null, null);
            return booster.toByteArray("ubj");
        } catch (XGBoostError e) {
            throw new IllegalStateException("the boosted model could not be fitted", e);
        }
    }

    static Booster load(byte[] model) {
        try {
            Booster booster = XGBoost.loadModel(new ByteArrayInputStream(model));
            booster.setParam("nthread", 1);
            return booster;
        } catch (XGBoostError e) {
            throw new IllegalStateException("the boosted model could not be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sum before it becomes a probability. */
    static double[] margins(Booster booster, float[][] rows) {
        try {
            return Arrays.stream(booster.predict(matrix(rows), true))
                    .mapToDouble(margin -> margin[0])
                    .toArray();
        } catch (XGBoostError e) {
            throw new IllegalStateException("the boosted model could not be asked", e);
        }
    }

    /** What each number adds to the sum of a row (Shapley values); the last is what all rows have in common. */
    static float[][] contributions(Booster booster, float[][] rows) {
        try {
            return booster.predictContrib(matrix(rows), 0);
        } catch (XGBoostError e) {
            throw new IllegalStateException("the boosted model could not be explained", e);
        }
    }

    private static DMatrix matrix(float[][] rows) throws XGBoostError {
        int width = rows[0].length;
        float[] flat = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * width, width);
        }
        return new DMatrix(flat, rows.length, width, Float.NaN);
    }
}
