package io.tillflow.studio.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.cases.CaseRun.Difference;
import io.tillflow.studio.cases.CaseRun.Result;
import io.tillflow.studio.cases.DecisionSheet.Answer;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.models.CaseDesk.Surface;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cases of one decision, a row each: what it is told, which rule that hits, what it answers; the red ones first. */
final class CaseGrid extends Div {
    private static final int AT_ONCE = 100;

    /** What can be done with a row. */
    interface Acts {
        void edit(CaseSheet columns, Case it);

        /** Expect what it answers now. */
        void keep(Result it);

        void remove(Case it);
    }

    private final transient CaseSheet columns;
    private final transient @Nullable Acts acts;
    private final transient Surface surface;
    private final NativeTable table = new NativeTable();

    CaseGrid(CaseSheet columns, List<Result> results, @Nullable Acts acts, Surface surface) {
        this.columns = columns;
        this.acts = acts;
        this.surface = surface;
        addClassName("table-box");
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", getTranslation("cases.title"));
        table.getHead().add(heads());
        List<Result> sorted = Stream.concat(
                        results.stream().filter(it -> !it.passed()),
                        results.stream().filter(Result::passed))
                .toList();
        sorted.stream().limit(AT_ONCE).forEach(it -> table.getBody().add(row(it)));
        add(table);
        if (sorted.size() > AT_ONCE) {
            NativeButton rest = Pieces.button(getTranslation("cases.rest", sorted.size() - AT_ONCE), "", () -> {});
            rest.addClickListener(click -> {
                sorted.stream().skip(AT_ONCE).forEach(it -> table.getBody().add(row(it)));
                rest.setVisible(false);
            });
            add(rest);
        }
    }

    private NativeTableRow heads() {
        NativeTableRow heads = new NativeTableRow();
        heads.add(head("cases.state"), head("cases.case"));
        columns.facts().forEach(it -> heads.add(head(it.label(), it.path())));
        heads.add(head("cases.rule"));
        columns.answers().forEach(it -> heads.add(head(it.label(), CaseSheet.heading(it))));
        if (acts != null) {
            heads.add(new NativeTableCell());
        }
        return heads;
    }

    private NativeTableHeaderCell head(String key) {
        return new NativeTableHeaderCell(getTranslation(key));
    }

    private static NativeTableHeaderCell head(String label, String title) {
        NativeTableHeaderCell head = new NativeTableHeaderCell(label);
        head.setTitle(title);
        return head;
    }

    private NativeTableRow row(Result it) {
        NativeTableRow row = new NativeTableRow();
        boolean expects = it.asked().rules() != null || it.asked().output() != null;
        Badge badge = !it.passed()
                ? new Badge(State.INCIDENT, getTranslation("cases.differs"))
                : expects
                        ? new Badge(State.COMPLETED, getTranslation("cases.fits"))
                        : Badge.off("eye", getTranslation("cases.expects-nothing"));
        Div name = new Div(new Span(it.asked().name()));
        if (!it.failure().isEmpty()) {
            name.add(Pieces.block(it.failure(), "why"));
        }
        row.add(new NativeTableCell(badge), new NativeTableCell(name));
        columns.facts().forEach(fact -> row.add(value(columns.fact(it.asked(), fact))));
        row.add(rules(it));
        columns.answers().forEach(answer -> row.add(answer(it, answer)));
        if (acts != null) {
            row.add(acts(acts, it));
        }
        return row;
    }

    private static NativeTableCell value(String text) {
        return new NativeTableCell(Pieces.text(text.isEmpty() ? "–" : text, "mono"));
    }

    private NativeTableCell rules(Result it) {
        Div rules = new Div();
        if (it.rules().isEmpty() && it.failure().isEmpty()) {
            rules.add(Pieces.text(getTranslation("cases.gap"), "meta"));
        }
        it.rules().forEach(id -> rules.add(rule(this, columns.decision().number(id), id, surface)));
        difference(it, CaseSheet.RULE).ifPresent(differs -> rules.add(expected(numbers(it.asked()))));
        return new NativeTableCell(rules);
    }

    private String numbers(Case it) {
        String numbers = columns.numbers(it);
        return numbers.equals("-") ? getTranslation("cases.gap") : numbers;
    }

    /** A rule by its number, which leads to it in the table. */
    static NativeButton rule(Component page, int number, String id, Surface surface) {
        NativeButton button = new NativeButton(
                number == 0 ? id : page.getTranslation("cases.rule.number", number), click -> surface.select(id));
        button.addClassName("rule-link");
        button.setTitle(id);
        return button;
    }

    private NativeTableCell answer(Result it, Answer answer) {
        boolean expected = columns.part(it.asked().output(), answer) != null;
        String now = Cells.show(columns.part(it.answer(), answer), answer.type());
        Div cell = new Div(Pieces.text(now.isEmpty() ? "–" : now, "mono", expected ? "expected" : "meta"));
        difference(it, CaseSheet.heading(answer))
                .ifPresent(differs -> cell.add(expected(columns.answer(it.asked(), answer))));
        return new NativeTableCell(cell);
    }

    private Component expected(String value) {
        return Pieces.block(getTranslation("cases.expected", value), "why");
    }

    private static Optional<Difference> difference(Result it, String column) {
        return it.differences().stream()
                .filter(one -> one.column().equals(column))
                .findFirst();
    }

    private NativeTableCell acts(Acts acts, Result it) {
        String name = it.asked().name();
        Div row = new Div(act("pencil", "cases.edit", name, () -> acts.edit(columns, it.asked())));
        row.addClassNames("row", "case-acts");
        if (it.failure().isEmpty()) {
            row.add(act("save", "cases.keep", name, () -> acts.keep(it)));
        }
        row.add(act("trash", "cases.remove", name, () -> acts.remove(it.asked())));
        return new NativeTableCell(row);
    }

    private NativeButton act(String icon, String key, String name, Runnable act) {
        NativeButton button = Pieces.button("", icon, act, "ghost", "ic", "sm");
        button.setAriaLabel(getTranslation(key, name));
        button.setTitle(getTranslation(key, name));
        return button;
    }
}
