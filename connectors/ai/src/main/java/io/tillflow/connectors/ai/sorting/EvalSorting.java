package io.tillflow.connectors.ai.sorting;

import io.tillflow.connectors.ai.Answer;
import io.tillflow.connectors.ai.LanguageModel;
import io.tillflow.connectors.ai.LanguageModel.Limits;
import io.tillflow.connectors.ai.Question;
import io.tillflow.connectors.ai.Reply;
import io.tillflow.connectors.ai.local.LocalModel;
import io.tillflow.connectors.ai.sorting.Comparison.Row;
import io.tillflow.connectors.ai.sorting.SortedTexts.BadFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code eval sorting}: how often the local model's step "Sort a text" is right on somebody's sorted texts, beside plain rules.
 * Exit code 0: always better than them. 1: not always. 2: wrong use.
 */
public final class EvalSorting {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(30), 1_000);

    private EvalSorting() {}

    public static void main(String[] args) {
        PrintStream out = System.out;
        System.setOut(System.err); // what libraries log is no answer
        System.exit(run(args, local(new LocalModel()), out, System.err));
    }

    /** Asks as a process does. */
    static Sorter local(LanguageModel model) {
        return (text, labels) -> switch (model.answer(new Question.Classify(text, labels), "", LIMITS)) {
            case Answer.Given(Reply.Choice choice, var usage) -> choice.label();
            default -> throw new IllegalStateException("expected the local model to choose a label for " + text);
        };
    }

    static int run(String[] args, Sorter sorter, PrintStream out, PrintStream err) {
        boolean json = args.length == 3 && args[2].equals("--json");
        if ((args.length != 2 && !json) || !args[0].equals("--data")) {
            err.println("eval sorting --data FILE.csv [--json]: the file has the columns text and intent.");
            return 2;
        }
        try {
            List<Row> rows = Comparison.of(SortedTexts.read(Path.of(args[1])), sorter);
            print(rows, json, out);
            return !rows.isEmpty() && rows.stream().allMatch(Row::holds) ? 0 : 1;
        } catch (BadFile bad) {
            err.println(bad.getMessage());
            return 2;
        }
    }

    private static void print(List<Row> rows, boolean json, PrintStream out) {
        if (json) {
            out.println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(Map.of(
                            "results", rows.stream().map(EvalSorting::fields).toList())));
            return;
        }
        out.println(Comparison.HEAD);
        rows.forEach(row -> out.println(row.line()));
    }

    private static Map<String, Object> fields(Row row) {
        Map<String, Object> fields = new java.util.LinkedHashMap<>();
        fields.put("labels", row.labels());
        fields.put("examples", row.examples());
        fields.put("texts", row.texts());
        fields.put("right", row.right());
        fields.put("words", row.words());
        fields.put("most_frequent", row.mostFrequent());
        fields.put("millis_each", row.millisEach());
        fields.put("ok", row.holds());
        return fields;
    }
}
