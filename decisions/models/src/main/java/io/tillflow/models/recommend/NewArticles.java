package io.tillflow.models.recommend;

import io.tillflow.models.Result;
import io.tillflow.models.Result.Better;
import io.tillflow.models.Result.Figures;
import io.tillflow.models.Result.Judged;
import io.tillflow.models.measure.Stopwatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Takes a tenth of the articles out of all baskets at a time, so that only their names are known, and asks about the baskets they were in. */
final class NewArticles {
    private static final int PARTS = 10;
    private static final int SUGGESTIONS = 10;
    private static final int MOST_CASES = 20_000;

    private final List<List<String>> baskets;
    private final Map<String, String> texts;
    private final Comparing comparing;
    private final List<Set<String>> parts = new ArrayList<>();
    private int cases;
    private int found;
    private int foundByPopularity;
    private int newCases;
    private double rank;

    NewArticles(List<List<String>> baskets, Comparing comparing) {
        this.baskets = baskets;
        this.texts = baskets.stream().flatMap(List::stream).distinct().collect(Collectors.toMap(it -> it, it -> it));
        this.comparing = comparing;
        List<String> articles = new ArrayList<>(new TreeSet<>(texts.keySet()));
        Collections.shuffle(articles, new Random(11));
        for (int part = 0; part < PARTS; part++) {
            Set<String> unknown = new HashSet<>();
            for (int i = part; i < articles.size(); i += PARTS) {
                unknown.add(articles.get(i));
            }
            parts.add(unknown);
        }
    }

    /** @param how texts are compared, for people */
    List<Result> results(String how) {
        Stopwatch watch = new Stopwatch();
        parts.forEach(this::play);
        String split = "a tenth of the articles at a time taken out of all baskets, neighbours by " + how;
        Judged beside = new Judged(split, cases, watch.seconds());
        Judged among = new Judged(split, newCases, watch.seconds());
        return List.of(
                Result.of(
                        "recommendation",
                        "hit rate at 10 beside a new article",
                        Better.HIGHER,
                        new Figures((double) found / cases, (double) foundByPopularity / cases, Double.NaN, 0),
                        beside),
                Result.of(
                        "recommendation",
                        "rank among the new articles",
                        Better.HIGHER,
                        new Figures(rank / newCases, 0.5, Double.NaN, 0),
                        among));
    }

    private void play(Set<String> unknown) {
        List<List<String>> known = baskets.stream()
                .map(basket ->
                        basket.stream().filter(item -> !unknown.contains(item)).toList())
                .toList();
        LinkModel learned = Links.learn(Counts.of(known));
        Recommender recommender = new Recommender(learned.with(texts, comparing));
        List<String> most = learned.items();
        Random random = new Random(3);
        int judged = 0;
        for (int i = 0; i < baskets.size() && judged < MOST_CASES / PARTS; i++) {
            List<String> fresh =
                    baskets.get(i).stream().filter(unknown::contains).toList();
            List<String> rest = known.get(i);
            if (!fresh.isEmpty() && !rest.isEmpty()) {
                judged++;
                String article = fresh.get(random.nextInt(fresh.size()));
                beside(recommender, most, article, rest.get(random.nextInt(rest.size())));
                among(recommender, unknown, article, rest);
            }
        }
    }

    /** A page of the article alone: is what was bought with it among ten? */
    private void beside(Recommender recommender, List<String> most, String article, String bought) {
        cases++;
        found += recommender.suggest(List.of(article), SUGGESTIONS).stream()
                        .anyMatch(it -> it.item().equals(bought))
                ? 1
                : 0;
        foundByPopularity += most.indexOf(bought) < SUGGESTIONS ? 1 : 0;
    }

    /** Which of the new articles goes with a basket: 1 is the first of them, 0 the last, a half what chance would say. */
    private void among(Recommender recommender, Set<String> unknown, String article, List<String> rest) {
        Map<String, Double> scores = new HashMap<>();
        recommender.suggest(rest, texts.size()).forEach(it -> scores.put(it.item(), it.score()));
        double own = scores.getOrDefault(article, 0.0);
        double below = unknown.stream()
                .filter(it -> !it.equals(article))
                .mapToDouble(it -> Double.compare(own, scores.getOrDefault(it, 0.0)) / 2.0 + 0.5)
                .average()
                .orElse(0.5);
        newCases++;
        rank += below;
    }
}
