package io.tillflow.studio.lint;

import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node.Element;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Gaps, overlaps and rules that are never reached, found by trying one value of every kind that the table tells apart. */
final class TableRules {
    private static final int MOST_TRIES = 200_000;
    private static final Set<String> ONE_HIT = Set.of("UNIQUE", "ANY", "FIRST", "PRIORITY");
    private static final String OTHER = "anything else";

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    private TableRules(String file) {
        this.file = file;
    }

    static List<Finding> check(String file, String xml) {
        TableRules rules = new TableRules(file);
        Markup.parse(xml)
                .root()
                .all()
                .filter(it -> it.local().equals("decisionTable"))
                .forEach(rules::table);
        return rules.findings;
    }

    /** @param number as the table shows it, from one */
    private record Row(Element rule, int number, List<Cell> cells, String output) {}

    /** A value to try, as the table's author would name it. */
    private record Value(Optional<BigDecimal> number, String literal) {
        boolean passes(Cell cell) {
            return cell.tests().isEmpty() || number.map(cell::lets).orElseGet(() -> cell.lets(literal));
        }

        String words() {
            return number.map(BigDecimal::toPlainString).orElse(literal);
        }
    }

    private void table(Element table) {
        List<Element> inputs = table.elements("input").toList();
        List<Element> rules = table.elements("rule").toList();
        List<Row> rows = IntStream.range(0, rules.size())
                .boxed()
                .flatMap(i -> row(rules.get(i), i + 1).stream())
                .toList();
        if (inputs.isEmpty() || rows.stream().anyMatch(row -> row.cells().size() != inputs.size())) {
            return;
        }
        List<List<Value>> columns = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            columns.add(values(inputs.get(i), rows, i));
        }
        long tries = columns.stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE))
                * Math.max(1, rows.size());
        if (tries <= MOST_TRIES) {
            judge(table, inputs, rows, columns, rows.size() == rules.size());
        }
    }

    private static Optional<Row> row(Element rule, int number) {
        List<Optional<Cell>> cells =
                rule.elements("inputEntry").map(cell -> Cell.parse(text(cell))).toList();
        String output =
                rule.elements("outputEntry").map(TableRules::text).toList().toString();
        return cells.stream().allMatch(Optional::isPresent)
                ? Optional.of(new Row(
                        rule, number, cells.stream().map(Optional::orElseThrow).toList(), output))
                : Optional.empty();
    }

    private static String text(Element cell) {
        return cell.first("text").map(Element::text).orElse("");
    }

    /** Every mentioned number and one between each two and beyond; every mentioned word and, unless the list is closed, another. */
    private static List<Value> values(Element input, List<Row> rows, int column) {
        Set<BigDecimal> numbers = new TreeSet<>();
        Set<String> literals = new TreeSet<>();
        rows.forEach(row -> {
            numbers.addAll(row.cells().get(column).numbers());
            literals.addAll(row.cells().get(column).literals());
        });
        Optional<Cell> closed = input.first("inputValues").flatMap(it -> Cell.parse(text(it)));
        closed.ifPresent(cell -> {
            numbers.addAll(cell.numbers());
            literals.addAll(cell.literals());
        });
        List<Value> values = new ArrayList<>();
        if (!numbers.isEmpty()) {
            List<BigDecimal> sorted = List.copyOf(numbers);
            values.add(number(sorted.getFirst().subtract(BigDecimal.ONE)));
            for (int i = 0; i < sorted.size(); i++) {
                values.add(number(sorted.get(i)));
                values.add(number(
                        i + 1 < sorted.size()
                                ? sorted.get(i).add(sorted.get(i + 1)).divide(BigDecimal.TWO)
                                : sorted.get(i).add(BigDecimal.ONE)));
            }
        }
        literals.forEach(it -> values.add(new Value(Optional.empty(), it)));
        boolean isBoolean =
                literals.stream().allMatch(it -> it.equals("true") || it.equals("false")) && !literals.isEmpty();
        if (isBoolean) {
            Set.of("true", "false").stream()
                    .filter(it -> !literals.contains(it))
                    .forEach(it -> values.add(new Value(Optional.empty(), it)));
        } else if (numbers.isEmpty() && (closed.isEmpty() || literals.isEmpty())) {
            values.add(new Value(Optional.empty(), OTHER));
        }
        closed.filter(cell -> !cell.tests().isEmpty()).ifPresent(cell -> values.removeIf(value -> !value.passes(cell)));
        return values;
    }

    private static Value number(BigDecimal number) {
        return new Value(Optional.of(number), "");
    }

    private void judge(Element table, List<Element> inputs, List<Row> rows, List<List<Value>> columns, boolean all) {
        String policy = table.attribute("hitPolicy").isEmpty() ? "UNIQUE" : table.attribute("hitPolicy");
        Set<Row> reached = new java.util.HashSet<>();
        Map<String, Finding> conflicts = new TreeMap<>();
        String[] gap = {""};
        int[] gaps = {0};
        int[] at = new int[columns.size()];
        do {
            List<Row> hits =
                    rows.stream().filter(row -> matches(row, columns, at)).toList();
            if (hits.isEmpty()) {
                gaps[0]++;
                gap[0] = gap[0].isEmpty() ? words(inputs, columns, at) : gap[0];
            } else {
                reached.add(hits.getFirst());
                conflict(policy, hits, words(inputs, columns, at), conflicts);
            }
        } while (next(at, columns));
        findings.addAll(conflicts.values());
        if (all
                && gaps[0] > 0
                && ONE_HIT.contains(policy)
                && table.elements("output")
                        .noneMatch(it -> it.first("defaultOutputEntry").isPresent())) {
            findings.add(Finding.warning(file, table.id(), "table-gap", "No rule fits " + gap[0] + "."));
        }
        if (all && policy.equals("FIRST")) {
            rows.stream()
                    .filter(row -> !reached.contains(row))
                    .forEach(row -> findings.add(Finding.warning(
                            file, row.rule().id(), "rule-never-reached", "Rules above this one always fit first.")));
        }
    }

    private void conflict(String policy, List<Row> hits, String where, Map<String, Finding> conflicts) {
        boolean matters = policy.equals("UNIQUE")
                || (policy.equals("ANY")
                        && hits.stream().map(Row::output).distinct().count() > 1);
        if (hits.size() > 1 && matters) {
            String id = hits.get(1).rule().id();
            conflicts.putIfAbsent(
                    hits.get(0).rule().id() + " " + id,
                    Finding.error(
                            file,
                            id,
                            "table-overlap",
                            "Rule " + hits.get(0).number() + " and rule "
                                    + hits.get(1).number() + " both fit " + where + "."));
        }
    }

    private static boolean matches(Row row, List<List<Value>> columns, int[] at) {
        for (int i = 0; i < at.length; i++) {
            if (!columns.get(i).isEmpty()
                    && !columns.get(i).get(at[i]).passes(row.cells().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean next(int[] at, List<List<Value>> columns) {
        for (int i = 0; i < at.length; i++) {
            if (++at[i] < columns.get(i).size()) {
                return true;
            }
            at[i] = 0;
        }
        return false;
    }

    private static String words(List<Element> inputs, List<List<Value>> columns, int[] at) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            String label = inputs.get(i).attribute("label");
            String name = label.isEmpty()
                    ? inputs.get(i)
                            .first("inputExpression")
                            .map(TableRules::text)
                            .orElse("input " + (i + 1))
                    : label;
            if (columns.get(i).size() > 1) {
                words.add(name + " " + columns.get(i).get(at[i]).words());
            }
        }
        return String.join(", ", words);
    }
}
