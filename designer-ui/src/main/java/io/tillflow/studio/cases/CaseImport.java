package io.tillflow.studio.cases;

import io.tillflow.studio.cases.CasesRefused.Problem;
import io.tillflow.studio.cases.DecisionSheet.Answer;
import io.tillflow.studio.cases.DecisionSheet.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a spreadsheet's file: its head first, then row by row; everything that is wrong is told at once. */
final class CaseImport {
    private static final String FACTS = "facts.";
    private static final String OUTPUT = "output";

    private final DecisionSheet decision;
    private final List<String> head;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Integer, Fact> facts = new LinkedHashMap<>();
    private final Map<Integer, Answer> answers = new LinkedHashMap<>();
    private int name = -1;
    private int rule = -1;

    private CaseImport(DecisionSheet decision, List<String> head) {
        this.decision = decision;
        this.head = head;
    }

    static List<Case> read(DecisionSheet decision, String csv) {
        CaseFile.notTooLarge(csv);
        List<Csv.Row> rows = Csv.read(csv);
        if (rows.isEmpty()) {
            throw new CasesRefused(
                    1, "", "expected a head with the columns case, facts and answers, but the file is empty");
        }
        CaseFile.notTooMany(rows.size() - 1);
        CaseSheet.notTooWide(rows.getFirst().cells().size());
        CaseImport sheet = new CaseImport(decision, rows.getFirst().cells());
        sheet.columns(rows.getFirst().number());
        return sheet.cases(rows.subList(1, rows.size()));
    }

    private void columns(int row) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < head.size(); i++) {
            String heading = head.get(i).strip();
            if (!heading.isEmpty() && !seen.add(heading)) {
                problems.add(new Problem(row, heading, "the column is there twice"));
            } else if (!heading.isEmpty()) {
                column(i, heading, row);
            }
        }
        if (name < 0) {
            problems.add(new Problem(row, "case", "the column is missing: each case needs a name"));
        }
        decision.facts().stream()
                .filter(it -> !facts.containsValue(it))
                .forEach(it -> problems.add(
                        new Problem(row, FACTS + it.path(), "the column is missing: the decision asks for it")));
        if (!problems.isEmpty()) {
            throw new CasesRefused(problems);
        }
    }

    private void column(int index, String heading, int row) {
        Optional<Fact> fact = fact(heading);
        Optional<Answer> answer = answer(heading);
        if (heading.equals("case")) {
            name = index;
        } else if (heading.equals(CaseSheet.RULE)) {
            rule = index;
        } else if (fact.isPresent()) {
            facts.put(index, fact.get());
        } else if (answer.isPresent()) {
            answers.put(index, answer.get());
        } else {
            problems.add(new Problem(
                    row,
                    heading,
                    "is neither case, rule, a fact (facts.NAME) nor an answer (output"
                            + (decision.answers().size() > 1 ? ".NAME" : "") + ") of " + decision.decisionId()));
        }
    }

    private Optional<Fact> fact(String heading) {
        String path = heading.startsWith(FACTS) ? heading.substring(FACTS.length()) : heading;
        Optional<Fact> known =
                decision.facts().stream().filter(it -> it.path().equals(path)).findFirst();
        boolean more = heading.startsWith(FACTS) && !path.isBlank();
        return known.isEmpty() && more ? Optional.of(new Fact(path, path, "")) : known;
    }

    private Optional<Answer> answer(String heading) {
        boolean full = heading.startsWith(OUTPUT + ".");
        String wanted = heading.equals(OUTPUT) ? "" : full ? heading.substring(OUTPUT.length() + 1) : heading;
        Optional<Answer> known = decision.answers().stream()
                .filter(it -> it.name().equals(wanted))
                .findFirst();
        boolean more = heading.equals(OUTPUT) || (full && !wanted.isBlank());
        return known.isEmpty() && more ? Optional.of(new Answer(wanted, heading, "")) : known;
    }

    private List<Case> cases(List<Csv.Row> rows) {
        CaseSheet sheet = CaseSheet.of(decision, List.copyOf(facts.values()), List.copyOf(answers.values()));
        List<CaseFile.Line> lines = new ArrayList<>();
        for (Csv.Row row : rows) {
            if (row.cells().size() > head.size()) {
                problems.add(new Problem(
                        row.number(), "", "has " + row.cells().size() + " cells, the head only " + head.size()));
                continue;
            }
            Map<String, String> told = new LinkedHashMap<>();
            facts.forEach((index, it) -> told.put(it.path(), cell(row, index)));
            Map<String, String> expected = new LinkedHashMap<>();
            answers.forEach((index, it) -> expected.put(it.name(), cell(row, index)));
            int before = problems.size();
            Case read = sheet.read(
                    new CaseSheet.Written(row.number(), cell(row, name), told, cell(row, rule), expected), problems);
            if (problems.size() == before) {
                lines.add(new CaseFile.Line(row.number(), read));
            }
        }
        return CaseFile.checked(lines, problems);
    }

    private static String cell(Csv.Row row, int index) {
        return index >= 0 && index < row.cells().size() ? row.cells().get(index) : "";
    }
}
