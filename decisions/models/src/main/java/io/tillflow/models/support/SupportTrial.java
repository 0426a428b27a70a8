package io.tillflow.models.support;

import io.tillflow.models.life.Gain;
import io.tillflow.models.life.Trial;
import io.tillflow.models.life.Trial.VersusLive;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Learns from the sentences of the beginning and the earlier half of what people sorted, and sorts the later half. */
final class SupportTrial {
    private static final int FEWEST_TO_COMPARE = 10;

    private final ShopQuestions sorted;
    private final Embedder embedder;
    private final int cut;

    SupportTrial(ShopQuestions sorted, Embedder embedder) {
        this.sorted = sorted;
        this.embedder = embedder;
        this.cut = sorted.size() / 2;
    }

    Trial judge(Optional<IntentModel> live, int seen) {
        ShopQuestions earlier = sorted.part(0, cut);
        ShopQuestions later = sorted.part(cut, sorted.size());
        IntentModel model = Support.learn(earlier, embedder);
        float[][] vectors = embedder.embed(later.texts());
        double[] own = hits(topics(model, later, vectors), later);
        double[] words = hits(later.byWords(), later);
        String usual = mostUsual(earlier);
        double[] alike = hits(Collections.nCopies(later.size(), usual), later);
        boolean wordsTell = share(words) >= share(alike);
        return new Trial(
                "share sorted as people did",
                "learned from the sentences of the beginning and the earlier half of the sorted questions, judged on the later half",
                later.size(),
                share(own),
                wordsTell ? "by the words table" : "all " + usual,
                share(wordsTell ? words : alike),
                gain(own, wordsTell ? words : alike),
                live.map(version -> versus(version, own, vectors, later, Math.max(0, seen - cut)))
                        .orElse(null));
    }

    /** On questions neither has learned from; nothing when those are too few to tell. */
    private static @Nullable VersusLive versus(
            IntentModel live, double[] own, float[][] vectors, ShopQuestions later, int seen) {
        int n = later.size();
        if (n - seen < FEWEST_TO_COMPARE) {
            return null;
        }
        double[] mine = java.util.Arrays.copyOfRange(own, seen, n);
        double[] other = java.util.Arrays.copyOfRange(hits(topics(live, later, vectors), later), seen, n);
        return new VersusLive(n - seen, share(mine), share(other), gain(mine, other));
    }

    /** What is about nothing it knows goes to a person, as what nobody has a topic for does. */
    private static List<String> topics(IntentModel model, ShopQuestions asked, float[][] vectors) {
        return IntStream.range(0, vectors.length)
                .mapToObj(i -> TopicReader.isShort(asked.texts().get(i))
                        ? TopicReader.read(model.answer(vectors[i])).topic()
                        : TopicReader.UNKNOWN)
                .map(topic -> topic.equals(TopicReader.UNKNOWN) ? ShopQuestions.NO_TOPIC : topic)
                .toList();
    }

    private static String mostUsual(ShopQuestions some) {
        return some.topics().stream()
                .collect(Collectors.groupingBy(topic -> topic, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private static double[] hits(List<String> said, ShopQuestions truth) {
        return IntStream.range(0, truth.size())
                .mapToDouble(i -> said.get(i).equals(truth.topics().get(i)) ? 1 : 0)
                .toArray();
    }

    private static double share(double[] hits) {
        return java.util.Arrays.stream(hits).average().orElse(0);
    }

    private static Gain gain(double[] own, double[] other) {
        return Gain.of(IntStream.range(0, own.length)
                .mapToDouble(i -> own[i] - other[i])
                .toArray());
    }
}
