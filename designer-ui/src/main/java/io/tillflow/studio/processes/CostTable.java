package io.tillflow.studio.processes;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.costs.CostRate;
import io.tillflow.studio.costs.CostRate.Kind;
import io.tillflow.studio.costs.Costs;
import io.tillflow.studio.costs.StepCost;
import io.tillflow.studio.instances.Amounts;
import io.tillflow.studio.instances.Pieces;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each step cost in words and figures, the dearest first, and what is not in the figures and why. */
final class CostTable extends Div {

    private final Costs costs;
    private final ProcessModel model;

    CostTable(Costs costs, ProcessModel model, Consumer<String> reveal) {
        this.costs = costs;
        this.model = model;
        addClassNames("sec", "costs");
        add(new H2(getTranslation("processes.elements")));
        if (costs.steps().isEmpty()) {
            add(new Paragraph(getTranslation(
                    costs.sampled() == 0 ? "processes.cost.nothing.ended" : "processes.cost.nothing.used")));
            return;
        }
        add(whole(), table(reveal));
        List<CostRate> unpriced = costs.steps().stream()
                .flatMap(it -> it.unpriced().stream())
                .distinct()
                .toList();
        if (!unpriced.isEmpty()) {
            String names = unpriced.stream().map(this::name).collect(Collectors.joining(", "));
            add(Pieces.block(getTranslation("processes.cost.unpriced", names), "meta"));
        }
        long tasks = costs.steps().stream().mapToLong(StepCost::tasks).sum();
        long timed = costs.steps().stream().mapToLong(StepCost::timed).sum();
        if (tasks > timed) {
            add(Pieces.block(getTranslation("processes.cost.untimed", timed, tasks), "meta"));
        }
        add(Pieces.block(getTranslation("processes.cost.basis"), "meta"));
    }

    private Paragraph whole() {
        BigDecimal total = costs.total();
        BigDecimal each = costs.perInstance();
        return new Paragraph(
                total == null || each == null
                        ? getTranslation("processes.cost.unknown")
                        : getTranslation(
                                costs.complete() ? "processes.cost.whole" : "processes.cost.whole.least",
                                money(each),
                                money(total),
                                costs.sampled()));
    }

    private NativeTable table(Consumer<String> reveal) {
        NativeTable table = new NativeTable();
        table.getElement().setAttribute("aria-label", getTranslation("processes.elements"));
        NativeTableRow head = table.getHead().addRow();
        head.add(header("processes.column.step"));
        for (String column : List.of("each", "total", "share")) {
            NativeTableHeaderCell cell = header("processes.cost." + column);
            cell.addClassNames("r", "num");
            head.add(cell);
        }
        costs.steps().stream()
                .sorted(Comparator.<StepCost, BigDecimal>comparing(
                                it -> Objects.requireNonNullElse(it.total(), BigDecimal.ONE.negate()))
                        .reversed()
                        .thenComparing(StepCost::elementId))
                .forEach(it -> row(table.getBody().addRow(), it, reveal));
        return table;
    }

    private void row(NativeTableRow row, StepCost step, Consumer<String> reveal) {
        row.addDataCell()
                .add(new NativeButton(model.label(step.elementId()), click -> reveal.accept(step.elementId())));
        BigDecimal total = step.total();
        if (total == null) {
            NativeTableCell why = row.addDataCell();
            why.setText(getTranslation(step.tasks() > 0 ? "processes.cost.no.time" : "processes.cost.no.price"));
            why.addClassNames("r", "dim");
            why.getElement().setAttribute("colspan", "3");
            return;
        }
        number(row, amount(step.perInstance(), step.complete()));
        number(row, amount(total, step.complete()));
        BigDecimal share = step.share();
        number(row, share == null ? "–" : percent(share));
    }

    /** What is only a part of the cost says so. */
    private String amount(@Nullable BigDecimal amount, boolean complete) {
        return amount == null ? "–" : complete ? money(amount) : getTranslation("processes.cost.least", money(amount));
    }

    private String money(BigDecimal amount) {
        return Amounts.text(amount, costs.currency(), getLocale());
    }

    private String percent(BigDecimal share) {
        NumberFormat format = NumberFormat.getPercentInstance(getLocale());
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    private String name(CostRate rate) {
        return rate.kind() == Kind.CALL
                ? rate.type()
                : rate.type().isEmpty() ? getTranslation("costs.work") : getTranslation("costs.work.of", rate.type());
    }

    private static void number(NativeTableRow row, String text) {
        NativeTableCell cell = row.addDataCell();
        cell.setText(text);
        cell.addClassNames("r", "num");
    }

    private NativeTableHeaderCell header(String key) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell();
        cell.setText(getTranslation(key));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }
}
