package io.tillflow.models.tabular;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tools.jackson.databind.json.JsonMapper;

/** XGBoost behind plain arrays: it learns the trees, which are then asked without it. */
final class Boosting {
    private static final int ROUNDS = 180;
    private static final double SUREST = 1e-4;
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

    static Forest fit(float[][] rows, boolean[] truth) {
        try {
            return forest(train(rows, truth), truth);
        } catch (XGBoostError e) {
            throw new IllegalStateException("the boosted model could not be fitted", e);
        }
    }

    static Booster train(float[][] rows, boolean[] truth) throws XGBoostError {
        float[] labels = new float[truth.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = truth[i] ? 1 : 0;
        }
        DMatrix data = matrix(rows);
        data.setLabel(labels);
        Map<String, Object> settings = new HashMap<>(SETTINGS);
        settings.put("base_score", share(truth));
        return XGBoost.train(data, settings, ROUNDS, Map.of(), null, null);
    }

    static Forest forest(Booster booster, boolean[] truth) throws XGBoostError {
        JsonMapper json = JsonMapper.shared();
        double share = share(truth);
        return new Forest(
                Math.log(share / (1 - share)),
                Arrays.stream(booster.getModelDump("", true, "json"))
                        .map(tree -> Tree.of(json.readTree(tree)))
                        .toList());
    }

    private static double share(boolean[] truth) {
        return Math.clamp(Folds.share(truth), SUREST, 1 - SUREST);
    }

    static DMatrix matrix(float[][] rows) throws XGBoostError {
        int width = rows[0].length;
        float[] flat = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * width, width);
        }
        return new DMatrix(flat, rows.length, width, Float.NaN);
    }
}
