package io.tillflow.studio.cases;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** What people change of a model's cases; none of it touches the cases of another decision of the file. */
final class CaseEdits {
    private CaseEdits() {}

    /** The row that somebody wants to change is not any more what they saw. */
    static final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Those of one decision.
     *
     * @param own the decision that cases mean which name none
     */
    static List<Case> of(List<Case> all, DecisionSheet sheet, String own) {
        return all.stream().filter(it -> isOf(it, sheet, own)).toList();
    }

    /** Other rows in the places of those of one decision; what did not change stays as it is written. */
    static List<Case> replace(List<Case> all, DecisionSheet sheet, String own, List<Case> rows) {
        List<Case> replaced = new ArrayList<>();
        Iterator<Case> next = rows.iterator();
        long open = all.stream().filter(it -> isOf(it, sheet, own)).count();
        for (Case it : all) {
            if (!isOf(it, sheet, own)) {
                replaced.add(it);
                continue;
            }
            if (next.hasNext()) {
                Case row = next.next().of(it.decision());
                replaced.add(row.equals(it) ? it : row);
            }
            if (--open == 0) {
                next.forEachRemaining(more -> replaced.add(named(more, sheet, own)));
            }
        }
        next.forEachRemaining(more -> replaced.add(named(more, sheet, own)));
        return replaced;
    }

    static List<Case> add(List<Case> all, DecisionSheet sheet, String own, Case row) {
        return Stream.concat(all.stream(), Stream.of(named(row, sheet, own))).toList();
    }

    static List<Case> change(List<Case> all, Case former, Case row) {
        List<Case> changed = new ArrayList<>(all);
        int at = at(all, former);
        changed.set(at, row.of(former.decision()));
        return changed;
    }

    static List<Case> remove(List<Case> all, Case former) {
        List<Case> changed = new ArrayList<>(all);
        Case unused = changed.remove(at(all, former));
        return changed;
    }

    private static int at(List<Case> all, Case former) {
        int at = all.indexOf(former);
        if (at < 0) {
            throw new Changed();
        }
        return at;
    }

    private static Case named(Case it, DecisionSheet sheet, String own) {
        return it.of(sheet.decisionId().equals(own) ? "" : sheet.decisionId());
    }

    private static boolean isOf(Case it, DecisionSheet sheet, String own) {
        return sheet.decisionId().equals(it.decision().isEmpty() ? own : it.decision());
    }
}
