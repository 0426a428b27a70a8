package io.tillflow.studio.cases;

import io.tillflow.studio.cases.CasesRefused.Problem;
import io.tillflow.studio.cases.DecisionSheet.Answer;
import io.tillflow.studio.cases.DecisionSheet.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The cases of one decision as a sheet: a row each, a column for each fact and each answer. What cases know beyond the table has
 * columns, too, so that nothing is lost on the way out and in.
 */
public final class CaseSheet {
    static final String RULE = "rule";
    private static final String CASE = "case";
    private static final String FACTS = "facts.";
    private static final String OUTPUT = "output";
    private static final int MOST_COLUMNS = 500;

    private final DecisionSheet decision;
    private final List<Fact> facts;
    private final List<Answer> answers;

    private CaseSheet(DecisionSheet decision, List<Fact> facts, List<Answer> answers) {
        this.decision = decision;
        this.facts = facts;
        this.answers = answers;
    }

    /** With columns for what the table asks and for what the cases know besides. */
    public static CaseSheet of(DecisionSheet decision, List<Case> cases) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        decision.facts().forEach(it -> facts.put(it.path(), it));
        Map<String, Answer> answers = new LinkedHashMap<>();
        decision.answers().forEach(it -> answers.put(it.name(), it));
        for (Case it : cases) {
            leaves(it.facts(), "", facts);
            JsonNode output = it.output();
            if (output != null && (decision.answers().size() == 1 || !output.isObject())) {
                answers.putIfAbsent("", new Answer("", OUTPUT, ""));
            } else if (output != null) {
                output.propertyNames().forEach(name -> answers.putIfAbsent(name, new Answer(name, name, "")));
            }
        }
        return new CaseSheet(decision, List.copyOf(facts.values()), List.copyOf(answers.values()));
    }

    public DecisionSheet decision() {
        return decision;
    }

    public List<Fact> facts() {
        return facts;
    }

    public List<Answer> answers() {
        return answers;
    }

    /** What a case says of a fact, as it stands in a cell. */
    String fact(Case it, Fact fact) {
        JsonNode value = it.facts();
        for (String name : FactPath.names(fact.path())) {
            value = value.path(name);
        }
        boolean told = value.isObject() && !value.isEmpty() && isParent(fact.path(), facts);
        return told ? "" : Cells.show(value, fact.type());
    }

    /** Whether a column lies beneath, which then tells what is inside. */
    private static boolean isParent(String path, Collection<Fact> facts) {
        return facts.stream().anyMatch(it -> it.path().startsWith(path + "."));
    }

    String rule(Case it) {
        List<String> rules = it.rules();
        if (rules == null) {
            return "";
        }
        return rules.isEmpty() ? "-" : String.join(" ", rules);
    }

    /** The rules by their numbers in the table, as far as they have any. */
    String numbers(Case it) {
        List<String> rules = it.rules();
        return rules == null || rules.isEmpty()
                ? rule(it)
                : rules.stream()
                        .map(id -> decision.number(id) == 0 ? id : String.valueOf(decision.number(id)))
                        .collect(Collectors.joining(" "));
    }

    /** What a case expects of an answer, as it stands in a cell. */
    String answer(Case it, Answer answer) {
        return Cells.show(part(it.output(), answer), answer.type());
    }

    /** Of the whole answer the part that stands in this column. */
    @Nullable
    JsonNode part(@Nullable JsonNode output, Answer answer) {
        if (output == null) {
            return null;
        }
        boolean named = decision.answers().size() > 1 && output.isObject();
        if (answer.name().isEmpty()) {
            return named ? null : output;
        }
        return named ? output.get(answer.name()) : null;
    }

    /**
     * A row as somebody wrote it.
     *
     * @param facts cells by the facts' paths
     * @param answers cells by the answers' names
     */
    record Written(int row, String name, Map<String, String> facts, String rule, Map<String, String> answers) {}

    /** A new case out of cells; what cannot be read is told by its column. */
    Case read(Written written, List<Problem> problems) {
        ObjectNode told = CaseFile.JSON.createObjectNode();
        facts.forEach(it -> cell(written.facts().get(it.path()), it.type(), FACTS + it.path(), written.row(), problems)
                .ifPresent(value -> put(told, it.path(), value, written.row(), problems)));
        ObjectNode expected = CaseFile.JSON.createObjectNode();
        Optional<JsonNode> whole = Optional.empty();
        for (Answer it : answers) {
            Optional<JsonNode> value =
                    cell(written.answers().get(it.name()), it.type(), heading(it), written.row(), problems);
            if (it.name().isEmpty()) {
                whole = value;
            } else {
                value.ifPresent(node -> expected.set(it.name(), node));
            }
        }
        if (whole.isPresent() && !expected.isEmpty()) {
            problems.add(new Problem(written.row(), OUTPUT, "either the whole answer is expected or parts of it"));
        }
        JsonNode output = whole.orElse(expected.isEmpty() ? null : expected);
        return new Case(
                written.name().strip(), "", told, rules(written.rule().strip(), written.row(), problems), output);
    }

    private static Optional<JsonNode> cell(
            @Nullable String text, String type, String column, int row, List<Problem> problems) {
        try {
            return text == null ? Optional.empty() : Cells.read(text, type);
        } catch (IllegalArgumentException unreadable) {
            problems.add(new Problem(row, column, String.valueOf(unreadable.getMessage())));
            return Optional.empty();
        }
    }

    /** Rules are named by their ids, or by their numbers where no id looks like one. */
    private @Nullable List<String> rules(String cell, int row, List<Problem> problems) {
        if (cell.isEmpty()) {
            return null;
        }
        List<String> rules = new ArrayList<>();
        for (String word : cell.equals("-") ? List.<String>of() : List.of(cell.split("[\\s,;]+"))) {
            if (!word.matches("\\d{1,6}") || decision.number(word) > 0) {
                rules.add(word);
            } else if (Integer.parseInt(word) >= 1
                    && Integer.parseInt(word) <= decision.rules().size()) {
                rules.add(decision.rules().get(Integer.parseInt(word) - 1).id());
            } else {
                problems.add(new Problem(
                        row,
                        RULE,
                        "the table has no rule " + word + ", only "
                                + decision.rules().size()));
            }
        }
        return rules;
    }

    private static void put(ObjectNode facts, String path, JsonNode value, int row, List<Problem> problems) {
        List<String> names = FactPath.names(path);
        ObjectNode at = facts;
        for (String name : names.subList(0, names.size() - 1)) {
            JsonNode inner = at.path(name);
            if (inner.isMissingNode()) {
                at = at.putObject(name);
            } else if (inner instanceof ObjectNode object) {
                at = object;
            } else {
                problems.add(
                        new Problem(row, FACTS + path, "contradicts another column: " + name + " is a value there"));
                return;
            }
        }
        if (at.has(names.getLast())) {
            problems.add(new Problem(row, FACTS + path, "contradicts another column that is a part of it"));
            return;
        }
        at.set(names.getLast(), value);
    }

    private static void leaves(JsonNode node, String path, Map<String, Fact> facts) {
        node.properties().forEach(it -> {
            String inner = FactPath.inner(path, it.getKey());
            boolean known = facts.containsKey(inner);
            boolean deeper = !known || isParent(inner, facts.values());
            if (deeper && it.getValue().isObject() && !it.getValue().isEmpty()) {
                leaves(it.getValue(), inner, facts);
            } else if (!known) {
                facts.put(inner, new Fact(inner, inner, ""));
            }
        });
    }

    /** A column's heading in a file. */
    static String heading(Answer answer) {
        return answer.name().isEmpty() ? OUTPUT : OUTPUT + "." + answer.name();
    }

    static void notTooWide(int columns) {
        if (columns > MOST_COLUMNS) {
            throw new CasesRefused(1, "", "a sheet has at most " + MOST_COLUMNS + " columns, but this has " + columns);
        }
    }

    /** The file for a spreadsheet; its first letter tells which encoding it has. */
    public String csv(List<Case> cases) {
        List<String> head = new ArrayList<>(List.of(CASE));
        facts.forEach(it -> head.add(FACTS + it.path()));
        head.add(RULE);
        answers.forEach(it -> head.add(heading(it)));
        notTooWide(head.size());
        head.stream()
                .filter(it -> !it.equals(it.strip()) || it.endsWith("."))
                .findFirst()
                .ifPresent(it -> {
                    throw new CasesRefused(
                            1, it, "a sheet cannot carry a name that is empty or ends in a blank; JSON can");
                });
        StringBuilder text = new StringBuilder(Csv.BOM).append(Csv.line(head));
        for (Case it : cases) {
            List<String> cells = new ArrayList<>(List.of(it.name()));
            facts.forEach(fact -> cells.add(fact(it, fact)));
            cells.add(rule(it));
            answers.forEach(answer -> cells.add(answer(it, answer)));
            text.append(Csv.line(cells));
        }
        return text.toString();
    }

    /** Reads a file as {@link #csv} writes it, or throws {@link CasesRefused} with everything that is wrong. */
    public static List<Case> read(DecisionSheet decision, byte[] csv) {
        return CaseImport.read(decision, CaseFile.utf8(csv));
    }

    /** The sheet that a file's columns make. */
    static CaseSheet of(DecisionSheet decision, List<Fact> facts, List<Answer> answers) {
        return new CaseSheet(decision, List.copyOf(facts), List.copyOf(answers));
    }
}
