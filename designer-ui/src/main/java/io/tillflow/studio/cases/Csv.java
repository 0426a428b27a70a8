package io.tillflow.studio.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of cells as spreadsheets write and read them. */
final class Csv {
    static final String BOM = "\uFEFF";
    private static final String FORMULA = "(?s)'*[=+\\-@\\t\\r].*";

    private final String text;
    private final char separator;
    private int at;

    private Csv(String text) {
        this.text = text.startsWith(BOM) ? text.substring(1) : text;
        this.separator = separator(this.text.lines().findFirst().orElse(""));
    }

    /** A row with its number; the first is 1. */
    record Row(int number, List<String> cells) {}

    /** Reads rows with commas, semicolons or tabs between the cells; those that are blank are passed over, and counted. */
    static List<Row> read(String text) {
        return new Csv(text).rows();
    }

    /** A row's text; no cell is a formula to the spreadsheet that opens it. */
    static String line(List<String> cells) {
        return cells.stream().map(Csv::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String quoted(String cell) {
        String safe = isFormula(cell) ? "'" + cell : cell;
        return safe.matches("(?s).*[\",;\\t\\r\\n].*|\\s.*|.*\\s") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static boolean isFormula(String cell) {
        return cell.matches(FORMULA) && !cell.matches("-?[\\d.]*");
    }

    private static char separator(String head) {
        String plain = head.replaceAll("\"[^\"]*\"", "");
        long commas = plain.chars().filter(it -> it == ',').count();
        long semicolons = plain.chars().filter(it -> it == ';').count();
        long tabs = plain.chars().filter(it -> it == '\t').count();
        return semicolons > commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int number = 1; at < text.length(); number++) {
            List<String> cells = row(number);
            if (cells.stream().anyMatch(it -> !it.isBlank())) {
                rows.add(new Row(number, cells));
            }
        }
        return rows;
    }

    private List<String> row(int number) {
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(plain(cell(number)));
            if (at >= text.length()) {
                return cells;
            }
            char end = text.charAt(at++);
            if (end == separator) {
                continue;
            }
            if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            return cells;
        }
    }

    private String cell(int number) {
        if (at < text.length() && text.charAt(at) == '"') {
            return inQuotes(number);
        }
        int from = at;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private String inQuotes(int number) {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next != '"') {
                cell.append(next);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else if (at >= text.length() || isEnd(text.charAt(at))) {
                return cell.toString();
            } else {
                throw new CasesRefused(
                        number,
                        "",
                        "after the closing quote of \"" + cut(cell)
                                + "\" comes no new cell; quotes inside a cell are doubled");
            }
        }
        throw new CasesRefused(number, "", "the quote before \"" + cut(cell) + "\" is never closed");
    }

    private static String cut(StringBuilder cell) {
        return cell.length() > 40 ? cell.substring(0, 40) + "…" : cell.toString();
    }

    private boolean isEnd(char it) {
        return it == separator || it == '\n' || it == '\r';
    }

    private static String plain(String cell) {
        return cell.startsWith("'") && cell.matches(FORMULA) ? cell.substring(1) : cell;
    }
}
