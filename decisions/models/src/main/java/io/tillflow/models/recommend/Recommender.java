package io.tillflow.models.recommend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Answers from memory; safe for use by many threads. */
public final class Recommender {
    private static final float POPULARITY = 0.5f;
    private final LinkModel model;
    private final Map<String, Integer> places = new HashMap<>();

    public Recommender(LinkModel model) {
        this.model = model;
        for (int i = 0; i < model.items().size(); i++) {
            places.put(model.items().get(i), i);
        }
    }

    /** An item and how much speaks for it. */
    public record Suggestion(String item, double score) {}

    private record Place(int item, float score) {}

    /** The best items that are not in the basket; what is most bought when nothing in it is known. */
    public List<Suggestion> suggest(Collection<String> basket, int many) {
        float[] scores = new float[model.items().size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = POPULARITY * model.shares()[i];
        }
        Set<Integer> there = new HashSet<>();
        for (String item : basket) {
            Integer place = places.get(item);
            if (place != null && there.add(place)) {
                int[] targets = model.targets()[place];
                for (int k = 0; k < targets.length; k++) {
                    scores[targets[k]] += model.weights()[place][k];
                }
            }
        }
        return best(scores, there, many);
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
