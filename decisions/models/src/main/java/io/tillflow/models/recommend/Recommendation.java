package io.tillflow.models.recommend;

import io.tillflow.models.Fit;
import io.tillflow.models.Result;
import io.tillflow.models.Result.Better;
import io.tillflow.models.Result.Figures;
import io.tillflow.models.Result.Judged;
import io.tillflow.models.Scores;
import io.tillflow.models.Terms;
import io.tillflow.models.life.Trained;
import io.tillflow.models.life.Trial;
import io.tillflow.models.measure.Stopwatch;
import io.tillflow.models.support.Embedder;
import io.tillflow.models.support.LocalEmbedder;
import io.tillflow.models.table.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What else belongs into a basket. */
public final class Recommendation implements Trained<LinkModel> {
    private static final int FEWEST_BASKETS = 200;
    private static final int SUGGESTIONS = 10;
    private static final int FOLDS = 5;

    @Override
    public String name() {
        return "recommendation";
    }

    @Override
    public Class<LinkModel> modelType() {
        return LinkModel.class;
    }

    private static List<List<String>> baskets(Source data) {
        return Baskets.read(data.file("baskets/groceries.txt"));
    }

    @Override
    public Fit<LinkModel> fit(Source data, Terms terms) {
        List<List<String>> baskets = baskets(data);
        long several = baskets.stream().filter(basket -> basket.size() > 1).count();
        return several < FEWEST_BASKETS
                ? new Fit.TooLittle<>(
                        "there are " + several + " baskets of two items or more; " + FEWEST_BASKETS + " are needed")
                : new Fit.Fitted<>(Links.learn(Counts.of(baskets)), baskets.size());
    }

    /** The baskets stand in the order of their time, oldest first. */
    @Override
    public Trial tryOut(Source inOrderOfTime, Optional<LinkModel> live, int seen) {
        return TimeSplit.judge(baskets(inOrderOfTime), live, seen);
    }

    /** As a page asks: enough that some may be sold out. */
    @Override
    public List<Supplier<?>> questions(LinkModel model, Source data, int most) {
        Recommender recommender = new Recommender(model);
        return baskets(data).stream()
                .limit(most)
                .<Supplier<?>>map(basket -> () -> recommender.companions(basket, 3 * SUGGESTIONS))
                .toList();
    }

    @Override
    public Scores predict(LinkModel model, Source data, Terms terms) {
        Recommender recommender = new Recommender(model);
        Scores scores = new Scores(Stream.concat(
                        Stream.of("row"), IntStream.rangeClosed(1, SUGGESTIONS).mapToObj(i -> "item_" + i))
                .toArray(String[]::new));
        int row = 0;
        for (List<String> basket : baskets(data)) {
            List<Object> values = new ArrayList<>(List.of(++row));
            recommender.suggest(basket, SUGGESTIONS).forEach(suggestion -> values.add(suggestion.item()));
            while (values.size() <= SUGGESTIONS) {
                values.add("");
            }
            scores.add(values.toArray());
        }
        return scores;
    }

    @Override
    public List<Result> evaluate(Source data) {
        Stopwatch watch = new Stopwatch();
        List<List<String>> baskets = baskets(data);
        Random random = new Random(5);
        int[] folds = random.ints(baskets.size(), 0, FOLDS).toArray();
        int hits = 0;
        int popular = 0;
        int cases = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            Counts counts = Counts.of(part(baskets, folds, fold, false));
            Recommender recommender = new Recommender(Links.learn(counts));
            List<String> most = counts.mostBought(counts.items().size());
            for (List<String> basket : part(baskets, folds, fold, true)) {
                if (basket.size() > 1) {
                    String hidden = basket.get(random.nextInt(basket.size()));
                    List<String> rest =
                            basket.stream().filter(item -> !item.equals(hidden)).toList();
                    hits += recommender.suggest(rest, SUGGESTIONS).stream()
                                    .anyMatch(s -> s.item().equals(hidden))
                            ? 1
                            : 0;
                    popular += popular(most, rest).contains(hidden) ? 1 : 0;
                    cases++;
                }
            }
        }
        Judged on = new Judged(
                FOLDS + " folds, one item of each basket hidden from a model of the others", cases, watch.seconds());
        Figures figures = new Figures((double) hits / cases, (double) popular / cases, 0.402, 0.006);
        List<Result> results =
                new ArrayList<>(List.of(Result.of(name(), "hit rate at 10", Better.HIGHER, figures, on)));
        Embedder embedder = new LocalEmbedder();
        results.addAll(new NewArticles(baskets, Words::new).results("words"));
        results.addAll(new NewArticles(baskets, known -> new Embedded(embedder, known)).results("embeddings"));
        return results;
    }

    private static List<List<String>> part(List<List<String>> baskets, int[] folds, int fold, boolean judged) {
        return IntStream.range(0, baskets.size())
                .filter(i -> (folds[i] == fold) == judged)
                .mapToObj(baskets::get)
                .toList();
    }

    private static List<String> popular(List<String> most, List<String> basket) {
        return most.stream()
                .filter(item -> !basket.contains(item))
                .limit(SUGGESTIONS)
                .toList();
    }
}
