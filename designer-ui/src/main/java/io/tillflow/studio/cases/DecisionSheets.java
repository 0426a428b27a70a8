package io.tillflow.studio.cases;

import io.tillflow.rules.ColumnFact;
import io.tillflow.studio.cases.DecisionSheet.Answer;
import io.tillflow.studio.cases.DecisionSheet.Fact;
import io.tillflow.studio.cases.DecisionSheet.Rule;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The decisions of one DMN file, read as they are drawn. */
public final class DecisionSheets {
    private static final String NAME = "[\\p{L}_][\\p{L}\\d_]*(?:\\.[\\p{L}_][\\p{L}\\d_]*)*";
    private static final Pattern WORD =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|" + NAME + "(\\s*\\(|(?=\\s+[\\p{L}_]))?");
    private static final Set<String> LANGUAGE = Set.of(
            "if and or not in some every satisfies return for then else true false null between instance of function date time duration"
                    .split(" "));
    private static final Set<String> ONE = Set.of("UNIQUE", "FIRST", "ANY", "PRIORITY");

    private final Map<String, Element> decisions = new LinkedHashMap<>();
    private final List<DecisionSheet> sheets;

    private DecisionSheets(String dmn) {
        Markup.parse(dmn).root().elements("decision").forEach(it -> decisions.put(it.id(), it));
        sheets = decisions.values().stream().map(this::sheet).toList();
    }

    /** Reads a file that has been guarded. */
    public static DecisionSheets of(String dmn) {
        return new DecisionSheets(dmn);
    }

    public List<DecisionSheet> all() {
        return sheets;
    }

    /** One by its id; without an id the file's own, which is the one called like its model, else the first. */
    public Optional<DecisionSheet> find(String decisionId, String modelId) {
        if (!decisionId.isEmpty()) {
            return named(decisionId);
        }
        return named(modelId).or(() -> sheets.stream().findFirst());
    }

    private Optional<DecisionSheet> named(String id) {
        return sheets.stream().filter(it -> it.decisionId().equals(id)).findFirst();
    }

    private DecisionSheet sheet(Element decision) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        facts(decision, facts, new LinkedHashSet<>());
        Optional<Element> table = decision.first("decisionTable");
        String policy = table.map(it -> it.attribute("hitPolicy")).orElse("");
        boolean single = policy.isEmpty() || ONE.contains(policy);
        List<Rule> rules = new ArrayList<>();
        table.stream()
                .flatMap(it -> it.elements("rule"))
                .forEach(it -> rules.add(new Rule(it.id(), rules.size() + 1, text(it, "description"))));
        List<Element> outputs =
                table.stream().flatMap(it -> it.elements("output")).toList();
        return new DecisionSheet(
                decision.id(),
                or(decision.attribute("name"), decision.id()),
                single,
                List.copyOf(facts.values()),
                answers(decision, outputs, single),
                rules);
    }

    private static List<Answer> answers(Element decision, List<Element> outputs, boolean single) {
        if (single && outputs.size() > 1) {
            return outputs.stream()
                    .map(it -> new Answer(
                            it.attribute("name"),
                            or(it.attribute("label"), it.attribute("name")),
                            it.attribute("typeRef")))
                    .toList();
        }
        if (outputs.size() == 1) {
            Element output = outputs.getFirst();
            String label = or(output.attribute("label"), output.attribute("name"));
            return List.of(new Answer("", label, single ? output.attribute("typeRef") : ""));
        }
        return List.of(new Answer("", or(decision.attribute("name"), decision.id()), ""));
    }

    /** What it asks for, without what the decisions below it answer, and what those ask for. */
    private void facts(Element decision, Map<String, Fact> facts, Set<String> seen) {
        if (!seen.add(decision.id())) {
            return;
        }
        List<Element> below = decision.elements("informationRequirement")
                .flatMap(it -> it.elements("requiredDecision"))
                .map(it -> decisions.get(it.attribute("href").replaceFirst("^#", "")))
                .filter(it -> it != null)
                .toList();
        Set<String> answered = new LinkedHashSet<>();
        below.forEach(it -> {
            answered.add(it.id());
            it.first("variable").map(variable -> variable.attribute("name")).ifPresent(answered::add);
        });
        own(decision).stream()
                .filter(it -> !answered.contains(it.path().replaceFirst("\\..*", "")))
                .forEach(it -> facts.putIfAbsent(it.path(), it));
        below.forEach(it -> facts(it, facts, seen));
    }

    private static List<Fact> own(Element decision) {
        List<Fact> facts = new ArrayList<>();
        decision.elements("decisionTable").flatMap(it -> it.elements("input")).forEach(input -> {
            Optional<Element> asked = input.first("inputExpression");
            String expression = asked.map(it -> text(it, "text")).orElse("");
            Optional<String> compared = ColumnFact.of(expression);
            String type = compared.flatMap(it -> asked)
                    .map(it -> it.attribute("typeRef"))
                    .orElse("");
            compared.ifPresent(path -> facts.add(new Fact(path, or(input.attribute("label"), path), type)));
            words(expression).stream()
                    .filter(path -> !compared.equals(Optional.of(path)))
                    .forEach(path -> facts.add(new Fact(path, path, type)));
        });
        decision.first("literalExpression")
                .map(it -> words(text(it, "text")))
                .ifPresent(words -> words.forEach(path -> facts.add(new Fact(path, path, ""))));
        return facts;
    }

    /** The names in an expression that are neither text nor a function, whose name may have several words, nor the language's own. */
    private static Set<String> words(String expression) {
        Set<String> words = new LinkedHashSet<>();
        Set<String> begun = new LinkedHashSet<>();
        Matcher found = WORD.matcher(expression);
        while (found.find()) {
            String follows = found.group(1);
            String word = found.group().replaceFirst("\\s*\\($", "");
            if (word.startsWith("\"") || LANGUAGE.contains(word)) {
                words.addAll(begun);
                begun.clear();
            } else if (follows != null && follows.isEmpty()) {
                begun.add(word);
            } else {
                if (follows == null) {
                    begun.add(word);
                    words.addAll(begun);
                }
                begun.clear();
            }
        }
        words.addAll(begun);
        return words;
    }

    private static String text(Element element, String child) {
        return element.first(child).map(it -> it.text().strip()).orElse("");
    }

    private static String or(String text, String other) {
        return text.isBlank() ? other : text;
    }
}
