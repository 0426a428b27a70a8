package io.tillflow.models.support;

import io.tillflow.models.Result;
import io.tillflow.models.Result.Better;
import io.tillflow.models.Result.Figures;
import io.tillflow.models.Result.Judged;
import io.tillflow.models.measure.Stopwatch;
import io.tillflow.models.support.Sentiments.Sound;
import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How well it is told how texts sound that were labelled by others; nothing is learned from them. */
final class SentimentTrial {
    /** Said beforehand: of ten texts it says something of, nine must be right, or nothing may come of it. */
    private static final double RIGHT_AT_LEAST = 0.9;

    private SentimentTrial() {}

    /** Of a file with the columns {@code text,sentiment}: negative, neutral or positive. */
    static List<Result> of(Table table, Sentiments sentiments) {
        List<String> truth = truth(table);
        Stopwatch watch = new Stopwatch();
        List<Sound> sounds = table.texts("text").stream().map(sentiments::of).toList();
        int[] said = IntStream.range(0, truth.size())
                .filter(i -> !sounds.get(i).sentiment().equals(Sentiments.UNKNOWN))
                .toArray();
        double right = IntStream.of(said)
                        .filter(i -> sounds.get(i).sentiment().equals(truth.get(i)))
                        .count()
                / (double) Math.max(1, said.length);
        double usual = Sentiments.KINDS.stream()
                        .mapToLong(kind -> IntStream.of(said)
                                .filter(i -> truth.get(i).equals(kind))
                                .count())
                        .max()
                        .orElse(0)
                / (double) Math.max(1, said.length);
        Judged on = new Judged(table.name() + ", nothing learned", truth.size(), watch.seconds());
        return List.of(
                Result.of(
                        "support",
                        "sentiment told right, of what is told",
                        Better.HIGHER,
                        new Figures(right, usual, RIGHT_AT_LEAST, 0),
                        on),
                Result.of(
                        "support",
                        "sentiment told at all",
                        Better.HIGHER,
                        new Figures(said.length / (double) Math.max(1, truth.size()), Double.NaN, Double.NaN, 0),
                        on));
    }

    private static List<String> truth(Table table) {
        List<String> truth = table.texts("sentiment").stream()
                .map(label -> label.strip().toLowerCase(Locale.ROOT))
                .toList();
        truth.stream()
                .filter(label -> !Sentiments.KINDS.contains(label))
                .findFirst()
                .ifPresent(label -> {
                    throw new BadData(table.name() + ": expected a sentiment of " + Sentiments.KINDS + ", but got \""
                            + label + "\"");
                });
        return truth;
    }
}
