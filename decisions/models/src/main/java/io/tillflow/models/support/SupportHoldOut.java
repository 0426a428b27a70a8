package io.tillflow.models.support;

import io.tillflow.models.Result;
import io.tillflow.models.Result.Better;
import io.tillflow.models.Result.Figures;
import io.tillflow.models.Result.Judged;
import io.tillflow.models.measure.Ranking;
import io.tillflow.models.measure.Stopwatch;
import io.tillflow.models.support.IntentModel.Answer;
import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Source;
import io.tillflow.models.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file {@code …_train.csv} is judged by its {@code …_validation.csv}; any other by learning from a few of each intent. */
final class SupportHoldOut {
    private static final double OUT_OF_SCOPE_TRAFFIC = 1000.0 / 5500;
    private final Source data;
    private final Embedder embedder;

    SupportHoldOut(Source data, Embedder embedder) {
        this.data = data;
        this.embedder = embedder;
    }

    List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (Path file : data.all("text", "intent")) {
            String name = file.getFileName().toString();
            Path judge = file.resolveSibling(name.replace("_train.csv", "_validation.csv"));
            if (name.endsWith("_train.csv") && Files.exists(judge)) {
                results.addAll(kept(file, judge));
            } else if (!name.matches(".*_(train|validation|test)\\.csv")) {
                results.addAll(new FewShot(embedder).results(Table.read(file)));
            }
        }
        if (results.isEmpty()) {
            throw new BadData("expected a .csv file with the columns text,intent in " + data.path());
        }
        return results;
    }

    private List<Result> kept(Path train, Path judge) {
        Stopwatch watch = new Stopwatch();
        IntentModel model = IntentLearning.learn(Examples.read(List.of(Table.read(train)), embedder), embedder);
        Examples kept = Examples.read(List.of(Table.read(judge)), embedder);
        List<Answer> answers = Arrays.stream(kept.vectors()).map(model::answer).toList();
        int n = answers.size();
        boolean[] right = new boolean[n];
        boolean[] inScope = new boolean[n];
        int rightInScope = 0;
        int scoped = 0;
        for (int i = 0; i < n; i++) {
            inScope[i] = Examples.isIntent(kept.intents().get(i));
            right[i] = answers.get(i).intent().equals(kept.intents().get(i));
            scoped += inScope[i] ? 1 : 0;
            rightInScope += right[i] ? 1 : 0;
        }
        double[] scopes = answers.stream().mapToDouble(Answer::scope).toArray();
        double[] tops = Arrays.stream(kept.vectors())
                .mapToDouble(v -> model.memory().nearest(v))
                .toArray();
        Judged on = new Judged(train.getFileName() + ", then " + judge.getFileName(), n, watch.seconds());
        List<Result> results = new ArrayList<>();
        results.add(Result.of(
                "support",
                "accuracy in scope",
                Better.HIGHER,
                new Figures(
                        (double) rightInScope / scoped, 1.0 / model.intents().size(), 0.952, 0.005),
                on));
        if (scoped < n) {
            double byNearest = new Ranking(tops, inScope).auc();
            Figures auroc = new Figures(new Ranking(scopes, inScope).auc(), byNearest, 0.946, 0.005);
            results.add(Result.of("support", "AUROC of out of scope", Better.HIGHER, auroc, on));
            results.add(answered(answers, right, inScope, on));
        }
        return results;
    }

    /** Texts about something else are repeated until they are the share of traffic that the reference was measured with. */
    private static Result answered(List<Answer> answers, boolean[] right, boolean[] inScope, Judged on) {
        int scoped = 0;
        for (boolean in : inScope) {
            scoped += in ? 1 : 0;
        }
        double wanted = scoped * OUT_OF_SCOPE_TRAFFIC / (1 - OUT_OF_SCOPE_TRAFFIC);
        int repeats = (int) Math.max(1, Math.round(wanted / (inScope.length - scoped)));
        List<Double> scores = new ArrayList<>();
        List<Boolean> truth = new ArrayList<>();
        for (int i = 0; i < inScope.length; i++) {
            for (int times = inScope[i] ? 1 : repeats; times > 0; times--) {
                scores.add(answers.get(i).scope());
                truth.add(right[i]);
            }
        }
        boolean[] flags = new boolean[truth.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = truth.get(i);
        }
        double share =
                new Ranking(scores.stream().mapToDouble(Double::doubleValue).toArray(), flags).coverageAt(0.95);
        return Result.of(
                "support",
                "answered at 95 % precision",
                Better.HIGHER,
                new Figures(share, Double.NaN, 0.766, 0.005),
                on);
    }
}
