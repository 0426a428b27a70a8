package io.tillflow.studio.cases;

import io.tillflow.rules.Decided;
import io.tillflow.rules.DecisionFailed;
import io.tillflow.rules.Decisions;
import io.tillflow.studio.lint.ModelFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Asks a file's decisions every case, in this JVM as the engine would. */
public final class CaseRun {
    private static final TypeReference<Map<String, @Nullable Object>> FACTS = new TypeReference<>() {};

    private final DecisionSheets sheets;
    private final Decisions decisions;
    private final String modelId;

    private CaseRun(String modelId, ModelFile file) {
        this.modelId = modelId;
        this.sheets = DecisionSheets.of(file.text());
        this.decisions = Decisions.of(file.name(), file.content());
    }

    /**
     * Where an answer is not as expected.
     *
     * @param column the heading of the column: {@code rule}, {@code output} or {@code output.NAME}
     */
    public record Difference(String column, String expected, String actual) {}

    /**
     * How one case went.
     *
     * @param decision the decision that was asked; empty when there is none of its name
     * @param rules ids of the rules that matched
     * @param answer null when there was none
     * @param failure why nothing was answered; empty when something was
     */
    public record Result(
            Case asked,
            String decision,
            List<String> rules,
            @Nullable JsonNode answer,
            List<Difference> differences,
            String failure) {
        public Result {
            rules = List.copyOf(rules);
            differences = List.copyOf(differences);
        }

        public boolean passed() {
            return failure.isEmpty() && differences.isEmpty();
        }

        /** The case as it would be if it expected what was answered; empty when it failed. */
        Optional<Case> expected() {
            return Optional.ofNullable(answer).map(it -> asked.expecting(rules, it));
        }

        /** What went otherwise, in words. */
        public String detail() {
            if (!failure.isEmpty()) {
                return "it failed: " + failure;
            }
            return differences.isEmpty() ? "" : words(differences.getFirst());
        }

        private static String words(Difference it) {
            return it.column().equals(CaseSheet.RULE)
                    ? "expected the rule " + it.expected() + ", but " + it.actual() + " matched"
                    : "expected "
                            + it.column()
                                    .replaceFirst("^output\\.?(.+)$", "$1 ")
                                    .replaceFirst("^output$", "") + it.expected() + ", but got " + it.actual();
        }
    }

    /** A rule that no case hits. */
    public record Unhit(String decision, String rule, int number, String note) {}

    /** How all of them went, and what none of them reaches. */
    public record Report(List<Result> results, int rules, List<Unhit> unhit) {
        public Report {
            results = List.copyOf(results);
            unhit = List.copyOf(unhit);
        }

        public List<Result> failed() {
            return results.stream().filter(it -> !it.passed()).toList();
        }
    }

    /** Runs them all; throws {@link DecisionFailed} when the file's decisions cannot be read. */
    public static Report of(String modelId, ModelFile file, List<Case> cases) {
        return new CaseRun(modelId, file).run(cases);
    }

    private Report run(List<Case> cases) {
        Set<String> hit = new HashSet<>();
        List<Result> results = cases.stream().map(it -> result(it, hit)).toList();
        List<Unhit> unhit = new ArrayList<>();
        sheets.all()
                .forEach(sheet -> sheet.rules().stream()
                        .filter(it -> !hit.contains(it.id()))
                        .forEach(it -> unhit.add(new Unhit(sheet.decisionId(), it.id(), it.number(), it.note()))));
        int rules = sheets.all().stream().mapToInt(it -> it.rules().size()).sum();
        return new Report(results, rules, unhit);
    }

    private Result result(Case it, Set<String> hit) {
        Optional<DecisionSheet> found = sheets.find(it.decision(), modelId);
        if (found.isEmpty()) {
            return new Result(it, "", List.of(), null, List.of(), "the file has no decision " + it.decision());
        }
        DecisionSheet sheet = found.get();
        try {
            Decided decided = decisions.evaluate(sheet.decisionId(), CaseFile.JSON.convertValue(it.facts(), FACTS));
            hit.addAll(decided.hit());
            List<String> rules =
                    decided.matchedRules().stream().map(Decided.MatchedRule::id).toList();
            JsonNode answer = CaseFile.JSON.valueToTree(decided.output());
            return new Result(it, sheet.decisionId(), rules, answer, differences(it, sheet, rules, answer), "");
        } catch (DecisionFailed | IllegalArgumentException failed) {
            return new Result(it, sheet.decisionId(), List.of(), null, List.of(), String.valueOf(failed.getMessage()));
        }
    }

    private static List<Difference> differences(Case it, DecisionSheet sheet, List<String> rules, JsonNode answer) {
        List<Difference> differences = new ArrayList<>();
        List<String> expectedRules = it.rules();
        if (expectedRules != null && !expectedRules.equals(rules)) {
            differences.add(new Difference(CaseSheet.RULE, words(expectedRules), words(rules)));
        }
        JsonNode expected = it.output();
        if (expected == null) {
            return differences;
        }
        if (sheet.answers().size() > 1 && expected.isObject()) {
            expected.properties().stream()
                    .filter(part -> !same(part.getValue(), answer.path(part.getKey())))
                    .forEach(part -> differences.add(new Difference(
                            "output." + part.getKey(),
                            CaseFile.json(part.getValue()),
                            shown(answer.path(part.getKey())))));
        } else if (!same(expected, answer)) {
            differences.add(new Difference("output", CaseFile.json(expected), shown(answer)));
        }
        return differences;
    }

    private static String words(List<String> rules) {
        return rules.isEmpty() ? "none" : String.join(", ", rules);
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : CaseFile.json(node);
    }

    /** Numbers are the same whatever way they are written. */
    private static boolean same(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue()) == 0;
        }
        if (a.isObject() && b.isObject()) {
            return a.size() == b.size()
                    && a.properties().stream().allMatch(it -> same(it.getValue(), b.path(it.getKey())));
        }
        if (a.isArray() && b.isArray()) {
            for (int i = 0; i < a.size(); i++) {
                if (!same(a.get(i), b.path(i))) {
                    return false;
                }
            }
            return a.size() == b.size();
        }
        return a.equals(b);
    }
}
