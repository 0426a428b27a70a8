package io.tillflow.models.recommend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers from memory; safe for use by many threads. */
public final class Recommender {
    private static final float POPULARITY = 0.5f;
    private static final float SLIGHT = 0.005f;
    private final LinkModel model;
    private final Map<String, Integer> places = new HashMap<>();

    public Recommender(LinkModel model) {
        this.model = model;
        for (int i = 0; i < model.items().size(); i++) {
            places.put(model.items().get(i), i);
        }
    }

    /** What it answers from. */
    public LinkModel model() {
        return model;
    }

    /** An item and how much speaks for it. */
    public record Suggestion(String item, double score) {}

    private record Place(int item, float score) {}

    /** The items this basket speaks for, the best first; none when nothing in it is known. */
    public List<Suggestion> companions(Collection<String> basket, int many) {
        float[] scores = scores(basket);
        for (int i = 0; i < scores.length; i++) {
            boolean speaksForIt = scores[i] > POPULARITY * model.shares()[i] + SLIGHT;
            scores[i] = speaksForIt ? scores[i] : Float.NEGATIVE_INFINITY;
        }
        return best(scores, there(basket), many).stream()
                .filter(suggestion -> Double.isFinite(suggestion.score()))
                .toList();
    }

    /** The best items that are not in the basket; what is most bought when nothing in it is known. */
    public List<Suggestion> suggest(Collection<String> basket, int many) {
        return best(scores(basket), there(basket), many);
    }

    /** What is bought most and not in the basket, whatever is in it: the simple rule to be beaten. */
    public List<Suggestion> mostBought(Collection<String> basket, int many) {
        Set<Integer> there = there(basket);
        return IntStream.range(0, model.items().size())
                .filter(place -> !there.contains(place))
                .limit(many)
                .mapToObj(place -> new Suggestion(model.items().get(place), model.shares()[place]))
                .toList();
    }

    private float[] scores(Collection<String> basket) {
        float[] scores = new float[model.items().size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = POPULARITY * model.shares()[i];
        }
        for (int place : there(basket)) {
            int[] targets = model.targets()[place];
            for (int k = 0; k < targets.length; k++) {
                scores[targets[k]] += model.weights()[place][k];
            }
        }
        return scores;
    }

    private Set<Integer> there(Collection<String> basket) {
        return basket.stream().map(places::get).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private List<Suggestion> best(float[] scores, Set<Integer> without, int many) {
        PriorityQueue<Place> best = new PriorityQueue<>((a, b) -> Float.compare(a.score, b.score));
        for (int i = 0; i < scores.length; i++) {
            if ((best.size() < many || scores[i] > best.element().score) && !without.contains(i)) {
                best.add(new Place(i, scores[i]));
                if (best.size() > many) {
                    best.remove();
                }
            }
        }
        List<Suggestion> suggestions = new ArrayList<>();
        while (!best.isEmpty()) {
            Place place = best.remove();
            suggestions.add(0, new Suggestion(model.items().get(place.item), place.score));
        }
        return suggestions;
    }
}
