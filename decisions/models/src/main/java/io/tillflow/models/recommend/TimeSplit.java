package io.tillflow.models.recommend;

import io.tillflow.models.life.Gain;
import io.tillflow.models.life.Trial;
import io.tillflow.models.life.Trial.VersusLive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Learns from the earlier four fifths of the baskets; hides each item of each later basket in turn and looks for it. */
final class TimeSplit {
    private static final double LEARNED = 0.8;
    private static final int SUGGESTIONS = 10;
    private static final int FEWEST_CASES = 30;
    /** More would take minutes and tell nothing more. */
    private static final int MOST_CASES = 20_000;

    /** Ten things to go with a basket. */
    interface Rule {
        List<String> suggest(List<String> basket, int many);
    }

    private TimeSplit() {}

    static Trial judge(List<List<String>> baskets, Optional<LinkModel> live, int seen) {
        int cut = (int) (baskets.size() * LEARNED);
        Rule model = rule(Links.learn(Counts.of(baskets.subList(0, cut))));
        Counts alike = Counts.alike(baskets.subList(0, cut));
        List<String> most = alike.mostBought(alike.items().size());
        List<List<String>> later = several(baskets, cut);
        double[] own = hits(model, later);
        double[] counted = hits(new Counting(alike)::suggest, later);
        double[] popular = hits((basket, many) -> popular(most, basket, many), later);
        boolean counts = mean(counted) >= mean(popular);
        double[] baseline = counts ? counted : popular;
        return new Trial(
                "hit rate at 10",
                "learned from the earlier 80 % of the baskets, judged on the later 20 %, each item hidden in turn",
                later.size(),
                mean(own),
                counts ? "bought together most" : "bought most",
                mean(baseline),
                Gain.of(differences(own, baseline)),
                live.map(version ->
                                versus(version, model, several(baskets, Math.min(baskets.size(), Math.max(cut, seen)))))
                        .filter(versus -> versus.cases() >= FEWEST_CASES)
                        .orElse(null));
    }

    private static VersusLive versus(LinkModel live, Rule model, List<List<String>> unseen) {
        double[] own = hits(model, unseen);
        double[] other = hits(rule(live), unseen);
        return new VersusLive(unseen.size(), mean(own), mean(other), Gain.of(differences(own, other)));
    }

    private static Rule rule(LinkModel model) {
        Recommender recommender = new Recommender(model);
        return (basket, many) -> recommender.suggest(basket, many).stream()
                .map(Recommender.Suggestion::item)
                .toList();
    }

    private static List<List<String>> several(List<List<String>> baskets, int from) {
        List<List<String>> several = baskets.subList(from, baskets.size()).stream()
                .filter(basket -> basket.size() > 1)
                .toList();
        int every = Math.ceilDiv(several.size(), MOST_CASES);
        return every < 2
                ? several
                : IntStream.range(0, several.size() / every)
                        .mapToObj(i -> several.get(i * every))
                        .toList();
    }

    private static List<String> popular(List<String> most, List<String> basket, int many) {
        return most.stream().filter(item -> !basket.contains(item)).limit(many).toList();
    }

    /** Of each basket, which share of its items is found when hidden. */
    private static double[] hits(Rule rule, List<List<String>> baskets) {
        return baskets.stream().mapToDouble(basket -> found(rule, basket)).toArray();
    }

    private static double found(Rule rule, List<String> basket) {
        int found = 0;
        for (int hidden = 0; hidden < basket.size(); hidden++) {
            List<String> rest = new ArrayList<>(basket);
            String item = rest.remove(hidden);
            found += rule.suggest(rest, SUGGESTIONS).contains(item) ? 1 : 0;
        }
        return (double) found / basket.size();
    }

    private static double[] differences(double[] own, double[] other) {
        return IntStream.range(0, own.length)
                .mapToDouble(i -> own[i] - other[i])
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }
}
