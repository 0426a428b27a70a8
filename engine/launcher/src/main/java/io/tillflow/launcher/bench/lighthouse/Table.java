package io.tillflow.launcher.bench.lighthouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What people read: a row a page, a column a figure; what misses its goal has an exclamation mark. */
final class Table {
    private static final int FIRST = 10;
    private static final int WIDTH = 15;

    private Table() {}

    static String of(List<Page> pages, List<Measured> measured, int runs) {
        StringBuilder table = new StringBuilder(row("", List.of(Figure.values()), Figure::text));
        table.append(row("goal", List.of(Figure.values()), Table::goal));
        for (Page page : pages) {
            List<Measured> own =
                    measured.stream().filter(one -> one.page().equals(page)).toList();
            table.append(row(page.name(), own, one -> one.figure().say(one.median()) + (one.ok() ? " " : "!")));
        }
        table.append("Medians of ").append(runs).append(" visits each.\n");
        leftOut(pages).forEach(note -> table.append(note).append('\n'));
        return table.toString();
    }

    /** Which audits did not count, and why. */
    static List<String> leftOut(List<Page> pages) {
        List<String> notes = new ArrayList<>();
        for (Page page : pages) {
            page.left()
                    .forEach((audit, why) ->
                            notes.add("The audit " + audit + " does not count for " + page.name() + ": " + why + "."));
        }
        return notes;
    }

    private static String goal(Figure figure) {
        return (figure.reached(figure.goal()) ? "≥ " : "< ") + figure.say(figure.goal()) + " ";
    }

    private interface Cell<T> {
        String of(T column);
    }

    private static <T> String row(String first, List<T> columns, Cell<T> cell) {
        return String.format(Locale.ROOT, "%-" + FIRST + "s", first)
                + columns.stream()
                        .map(column -> String.format(Locale.ROOT, "%" + WIDTH + "s", cell.of(column)))
                        .collect(Collectors.joining())
                + "\n";
    }
}
