package io.tillflow.storefront.search.eval;

import io.tillflow.storefront.search.Blend;
import io.tillflow.storefront.search.Found;
import io.tillflow.storefront.search.Listing;
import io.tillflow.storefront.search.PlainBm25;
import io.tillflow.storefront.search.ProductIndex;
import io.tillflow.storefront.search.meaning.Meanings;
import io.tillflow.storefront.search.meaning.SentenceModel;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The shop's search, by words and by meaning, its words alone, and plain BM25 on the same products and judgments.
 *
 * @param model whether meaning was looked at, too
 * @param millis how long each of our searches took
 */
record Comparison(
        int products,
        Judgments judgments,
        boolean model,
        Map<String, List<String>> ranked,
        double ours,
        double words,
        double bm25,
        List<Double> millis,
        List<Double> wordMillis,
        double seconds) {
    private static final int RUN_DEPTH = 100;

    private interface Ranking {
        List<Found.Hit> rank(String query, int most);
    }

    /** @param model null to look at words alone */
    static Comparison of(List<Listing> listings, Judgments judgments, @Nullable SentenceModel model) {
        long began = System.nanoTime();
        ProductIndex index = ProductIndex.of(listings);
        PlainBm25 plain = new PlainBm25(listings);
        // once for nothing: the first searches pay for the compiler, which a shop that runs has paid already
        judgments.grades().keySet().stream().limit(50).forEach(query -> index.rank(query, RUN_DEPTH));
        List<Double> wordMillis = new ArrayList<>();
        Map<String, List<String>> words = ranked(index::rank, judgments, wordMillis);
        Map<String, List<String>> theirs = ranked(plain::rank, judgments, new ArrayList<>());
        List<Double> millis = model == null ? wordMillis : new ArrayList<>();
        Map<String, List<String>> ours = words;
        if (model != null) {
            Meanings meanings = ReadProducts.of(listings, words.values(), model);
            ours = ranked(
                    (query, most) -> Blend.of(index.ranked(query, most), model.of(query), meanings, most)
                            .hits(),
                    judgments,
                    millis);
        }
        return new Comparison(
                listings.size(),
                judgments,
                model != null,
                ours,
                mean(ours, judgments),
                mean(words, judgments),
                mean(theirs, judgments),
                millis,
                wordMillis,
                (System.nanoTime() - began) / 1e9);
    }

    private static Map<String, List<String>> ranked(Ranking ranking, Judgments judgments, List<Double> millis) {
        Map<String, List<String>> ranked = new LinkedHashMap<>();
        for (String query : judgments.grades().keySet()) {
            long asked = System.nanoTime();
            List<Found.Hit> hits = ranking.rank(query, RUN_DEPTH);
            millis.add((System.nanoTime() - asked) / 1e6);
            ranked.put(query, hits.stream().map(Found.Hit::id).toList());
        }
        return ranked;
    }

    private static double mean(Map<String, List<String>> ranked, Judgments judgments) {
        return judgments.grades().entrySet().stream()
                .mapToDouble(query -> Ndcg.of(ranked.getOrDefault(query.getKey(), List.of()), query.getValue()))
                .average()
                .orElse(0);
    }

    boolean holds() {
        return ours > bm25;
    }

    Map<String, Object> document() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("model", "search");
        result.put("metric", "ndcg@10");
        result.put("value", rounded(ours));
        result.put("baseline", rounded(bm25));
        result.put("rows", judgments.rows());
        result.put("seconds", rounded(seconds));
        result.put("ok", holds());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ok", holds());
        document.put("products", products);
        document.put("queries", judgments.grades().size());
        document.put("judgments", judgments.rows());
        document.put("gain", "2^grade-1");
        document.put("ndcg_at_10", rounded(ours));
        document.put("words_ndcg_at_10", rounded(words));
        document.put("bm25_ndcg_at_10", rounded(bm25));
        document.put("meaning", model);
        document.put("ms_per_query", rounded(average(millis)));
        document.put("ms_per_query_p99", rounded(p99()));
        document.put("words_ms_per_query", rounded(average(wordMillis)));
        document.put("results", List.of(result));
        return document;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "nDCG@10 %.4f (%s), by words alone %.4f, plain BM25 %.4f; %d products, %d queries, %.2f ms a query",
                ours,
                model ? "by words and meaning" : "by words",
                words,
                bm25,
                products,
                judgments.grades().size(),
                average(millis));
    }

    private double p99() {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
    }

    private static double average(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    /** The ranking itself, so that anybody can measure it again. */
    void write(Path run) {
        try (BufferedWriter text = Files.newBufferedWriter(run, StandardCharsets.UTF_8);
                CSVPrinter csv = CSVFormat.RFC4180
                        .builder()
                        .setRecordSeparator("\n")
                        .setHeader("query", "rank", "product_id")
                        .get()
                        .print(text)) {
            for (Map.Entry<String, List<String>> query : ranked.entrySet()) {
                int rank = 1;
                for (String id : query.getValue()) {
                    csv.printRecord(query.getKey(), rank++, id);
                }
            }
        } catch (IOException e) {
            throw new BadFile(run, "cannot be written (" + e.getMessage() + ").");
        }
    }
}
