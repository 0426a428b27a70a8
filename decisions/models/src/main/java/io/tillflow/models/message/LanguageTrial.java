package io.tillflow.models.message;

import io.tillflow.models.Result;
import io.tillflow.models.Result.Better;
import io.tillflow.models.Result.Figures;
import io.tillflow.models.Result.Judged;
import io.tillflow.models.measure.Stopwatch;
import io.tillflow.models.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How well languages are told on texts whose language is known; nothing is learned from them. */
public final class LanguageTrial {
    /** Of a hundred texts one may be called another language than it is; the rest is told or left open. */
    private static final double WRONG_AT_MOST = 0.01;

    private LanguageTrial() {}

    /** Of a file with the columns {@code text,language}, or one without the second, whose texts are taken as English. */
    public static List<Result> of(Table table) {
        boolean named = table.columns().contains("language");
        List<String> texts = table.texts("text");
        List<String> truth = named ? table.texts("language") : Collections.nCopies(texts.size(), "en");
        Stopwatch watch = new Stopwatch();
        int told = 0;
        int wrong = 0;
        for (int i = 0; i < texts.size(); i++) {
            String guess = Languages.of(texts.get(i)).code();
            told += guess.equals(truth.get(i).strip()) ? 1 : 0;
            wrong += !guess.equals(truth.get(i).strip()) && !guess.equals(Languages.UNKNOWN) ? 1 : 0;
        }
        int all = Math.max(1, texts.size());
        Judged on = new Judged(
                table.name() + (named ? "" : ", taken as English") + ", nothing learned",
                texts.size(),
                watch.seconds());
        List<Result> results = new ArrayList<>();
        results.add(Result.of(
                "support",
                "language told",
                Better.HIGHER,
                new Figures((double) told / all, 1.0 / Languages.codes().size(), Double.NaN, 0),
                on));
        results.add(Result.of(
                "support",
                "language told wrongly",
                Better.LOWER,
                new Figures((double) wrong / all, Double.NaN, WRONG_AT_MOST, 0),
                on));
        return results;
    }
}
