package io.tillflow.models.support;

import io.tillflow.models.linear.Softmax;
import io.tillflow.models.measure.Ranking;
import io.tillflow.models.support.IntentModel.Answer;
import io.tillflow.models.tabular.Calibration;
import java.util.List;
import java.util.stream.IntStream;

/** Learns intents from examples, a few of each or many. */
final class IntentLearning {
    private static final double RIDGE = 1e-5;
    private static final int REMEMBERED_EACH = 60;
    private static final int KEPT_EACH_TO_CALIBRATE = 20;
    private static final double IN_SCOPE_LET_THROUGH = 0.95;
    /** When there are too few examples to find out: a scope score of 10 is even odds, as on the data this was built with. */
    private static final Calibration UNTESTED = new Calibration(0.6, -6);

    private IntentLearning() {}

    /** Calibrated on a fifth of the examples where there are enough, and on what is about nothing. */
    static IntentModel learn(Examples examples, Embedder embedder) {
        Examples inScope = examples.inScope();
        Examples named = inScope.withNames(embedder);
        int each = inScope.intents().size() / Math.max(1, inScope.known().size());
        if (each < 5) {
            return plain(named, UNTESTED, UNTESTED.slope() == 0 ? 0 : -UNTESTED.shift() / UNTESTED.slope());
        }
        int[] kept = inScope.some(Math.min(KEPT_EACH_TO_CALIBRATE, each / 5), 1);
        Examples rest = inScope.pick(inScope.others(kept)).withNames(embedder);
        return calibrated(named, plain(rest, UNTESTED, 0), inScope.pick(kept), examples.outOfScope());
    }

    private static IntentModel calibrated(Examples all, IntentModel trial, Examples kept, Examples none) {
        int n = kept.intents().size();
        double[] scopes = new double[n + none.intents().size()];
        boolean[] right = new boolean[scopes.length];
        for (int i = 0; i < scopes.length; i++) {
            Answer answer = trial.answer(i < n ? kept.vectors()[i] : none.vectors()[i - n]);
            scopes[i] = answer.scope();
            right[i] = i < n && answer.intent().equals(kept.intents().get(i));
        }
        boolean bothHappen = IntStream.range(0, right.length).anyMatch(i -> right[i])
                && IntStream.range(0, right.length).anyMatch(i -> !right[i]);
        Calibration confidence = bothHappen ? Calibration.fit(scopes, right) : UNTESTED;
        double gate = Ranking.quantile(java.util.Arrays.copyOf(scopes, n), 1 - IN_SCOPE_LET_THROUGH);
        return plain(all, confidence, gate);
    }

    static IntentModel plain(Examples inScope, Calibration confidence, double gate) {
        List<String> intents = inScope.known();
        int[] labels = inScope.intents().stream().mapToInt(intents::indexOf).toArray();
        Softmax head = Softmax.fit(inScope.vectors(), labels, intents.size(), RIDGE);
        Memory memory = Memory.of(inScope.pick(inScope.some(REMEMBERED_EACH, 2)).vectors());
        return new IntentModel(intents, head, memory, confidence, gate);
    }
}
