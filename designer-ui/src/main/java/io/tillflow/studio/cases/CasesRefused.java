package io.tillflow.studio.cases;

import java.util.List;
import java.util.stream.Collectors;

/** Cases that cannot be kept as they came; says of each row what is wrong with it, and nothing was changed. */
public final class CasesRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MOST_TOLD = 20;

    private final transient List<Problem> problems;

    /**
     * Something that is wrong.
     *
     * @param row as a spreadsheet counts them, the head being the first; of JSON the case's number; 0 for the whole
     * @param column its heading; empty for the whole row
     */
    public record Problem(int row, String column, String message) {

        @Override
        public String toString() {
            String place = (row == 0 ? "" : "row " + row) + (column.isEmpty() ? "" : ", " + column);
            return place.isEmpty() ? message : place.replaceFirst("^, ", "") + ": " + message;
        }
    }

    CasesRefused(List<Problem> problems) {
        super(problems.stream().limit(MOST_TOLD).map(Problem::toString).collect(Collectors.joining("\n"))
                + (problems.size() > MOST_TOLD ? "\nand " + (problems.size() - MOST_TOLD) + " more" : ""));
        this.problems = List.copyOf(problems.subList(0, Math.min(MOST_TOLD, problems.size())));
    }

    CasesRefused(int row, String column, String message) {
        this(List.of(new Problem(row, column, message)));
    }

    /** The first of them. */
    public List<Problem> problems() {
        return problems;
    }
}
