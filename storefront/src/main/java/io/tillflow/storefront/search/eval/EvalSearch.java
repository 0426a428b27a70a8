package io.tillflow.storefront.search.eval;

import io.tillflow.storefront.search.Listing;
import io.tillflow.storefront.search.meaning.SentenceModel;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code eval search}: how well the shop's search ranks somebody's products for somebody's judgments, beside its words alone and
 * plain BM25.
 * Exit code 0: better than BM25. 1: not better. 2: wrong use.
 */
public final class EvalSearch {
    private EvalSearch() {}

    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            Map<String, String> options = options(args);
            List<Listing> products = ProductsFile.read(Path.of(given(options, "--products")));
            Judgments judgments = Judgments.read(Path.of(given(options, "--judgments")));
            Comparison comparison = compared(products, judgments, options.containsKey("--words"));
            String run = options.get("--run");
            if (run != null) {
                comparison.write(Path.of(run));
            }
            print(comparison, options.containsKey("--json"), out);
            return comparison.holds() ? 0 : 1;
        } catch (IllegalArgumentException wrongUse) {
            err.println("eval search --products FILE.csv --judgments FILE.csv [--run FILE.csv] [--words] [--json]: "
                    + wrongUse.getMessage());
            return 2;
        } catch (BadFile bad) {
            err.println(bad.getMessage());
            return 2;
        }
    }

    private static Comparison compared(List<Listing> products, Judgments judgments, boolean wordsAlone) {
        if (wordsAlone) {
            return Comparison.of(products, judgments, null);
        }
        try (SentenceModel model = SentenceModel.load()) {
            return Comparison.of(products, judgments, model);
        }
    }

    private static void print(Comparison comparison, boolean json, PrintStream out) {
        if (json) {
            String document = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(comparison.document());
            out.write(
                    (document + "\n").getBytes(StandardCharsets.UTF_8),
                    0,
                    document.getBytes(StandardCharsets.UTF_8).length + 1);
        } else {
            out.println(comparison.text());
        }
        out.flush();
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        Deque<String> left = new ArrayDeque<>(List.of(args));
        while (!left.isEmpty()) {
            String name = left.pop();
            if (List.of("--json", "--words").contains(name)) {
                options.put(name, "");
            } else if (List.of("--products", "--judgments", "--run").contains(name) && !left.isEmpty()) {
                options.put(name, left.pop());
            } else {
                throw new IllegalArgumentException("does not understand " + name + " here.");
            }
        }
        return options;
    }

    private static String given(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("needs " + name + ".");
        }
        return value;
    }
}
