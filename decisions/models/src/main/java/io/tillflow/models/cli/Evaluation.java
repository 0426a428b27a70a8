package io.tillflow.models.cli;

import io.tillflow.models.Predictor;
import io.tillflow.models.Predictors;
import io.tillflow.models.Result;
import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Source;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Judges every predictor on a folder of data and prints a line a figure. */
final class Evaluation {
    private static final String ROW = "%-16s %-40s %9s %9s %9s %8s %7s  %-3s %s";
    private final Source data;
    private final List<? extends Predictor<?>> predictors;
    private final boolean json;
    private final List<Result> results = new ArrayList<>();
    private final List<Map<String, Object>> failures = new ArrayList<>();

    Evaluation(Arguments arguments) {
        this.data = new Source(arguments.path("--data"));
        this.json = arguments.json();
        this.predictors = arguments.names().isEmpty()
                ? Predictors.all()
                : arguments.names().stream().map(Predictors::named).toList();
    }

    boolean run(PrintStream out) {
        PrintStream lines = json ? System.err : out;
        lines.printf(
                Locale.ROOT,
                ROW + "%n",
                "model",
                "metric",
                "figure",
                "baseline",
                "reference",
                "rows",
                "seconds",
                "ok",
                "split");
        predictors.forEach(predictor -> judge(predictor, lines));
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("ok", ok());
            document.put("results", results.stream().map(Evaluation::fields).toList());
            document.put("failures", failures);
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document));
        }
        return ok();
    }

    private boolean ok() {
        return failures.isEmpty() && results.stream().allMatch(Result::ok);
    }

    private void judge(Predictor<?> predictor, PrintStream lines) {
        try {
            for (Result result : predictor.evaluate(data)) {
                results.add(result);
                lines.println(line(result));
            }
        } catch (BadData missing) {
            failures.add(Map.of("model", predictor.name(), "reason", String.valueOf(missing.getMessage())));
            lines.println(predictor.name() + ": not judged, " + missing.getMessage());
        }
        lines.flush();
    }

    private static String line(Result r) {
        return String.format(
                Locale.ROOT,
                ROW,
                r.model(),
                r.metric(),
                number(r.value()),
                number(r.baseline()),
                number(r.reference()),
                r.rows(),
                String.format(Locale.ROOT, "%.1f", r.seconds()),
                r.ok() ? "yes" : "NO",
                r.split());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static ObjectNode fields(Result r) {
        ObjectNode fields = JsonMapper.shared().createObjectNode();
        fields.put("model", r.model());
        fields.put("metric", r.metric());
        fields.put("value", known(r.value()));
        fields.put("baseline", known(r.baseline()));
        fields.put("reference", known(r.reference()));
        fields.put("rows", r.rows());
        fields.put("seconds", Math.round(r.seconds() * 100) / 100.0);
        fields.put("ok", r.ok());
        fields.put("split", r.split());
        return fields;
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
