package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.engine.history.VariableCondition;
import io.tillflow.engine.history.VariableCondition.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Conditions over variables, a line for each: the name, how it compares, and with what. */
final class ConditionRows extends Div {

    private static final List<Operator> IN_ORDER = List.of(
            Operator.EQUAL,
            Operator.NOT_EQUAL,
            Operator.CONTAINS,
            Operator.GREATER,
            Operator.AT_LEAST,
            Operator.LESS,
            Operator.AT_MOST,
            Operator.EXISTS);

    private final List<Line> lines = new ArrayList<>();
    private final Div place = new Div();

    ConditionRows(List<VariableCondition> conditions) {
        addClassName("conditions");
        Span label = Pieces.text(getTranslation("instances.filter.variable"), "lbl");
        NativeButton more =
                Pieces.button(getTranslation("instances.filter.variable.add"), "plus", () -> add(new Line()), "sm");
        add(label, place, more, Pieces.block(getTranslation("instances.filter.variable.help"), "meta"));
        conditions.forEach(it -> add(new Line(it)));
    }

    private void add(Line line) {
        lines.add(line);
        place.add(line);
    }

    private void drop(Line line) {
        lines.remove(line);
        place.remove(line);
    }

    /** All that are written; empty when one of them is none, which is then marked. A line nobody wrote in does not count. */
    Optional<List<VariableCondition>> conditions() {
        List<VariableCondition> read = new ArrayList<>();
        boolean bad = false;
        for (Line line : lines) {
            if (!line.blank()) {
                Optional<VariableCondition> one = line.condition();
                one.ifPresent(read::add);
                bad |= one.isEmpty();
            }
        }
        return bad ? Optional.empty() : Optional.of(read);
    }

    private final class Line extends Div {

        private final TextField name = new TextField();
        private final Select<Operator> operator = new Select<>();
        private final TextField value = new TextField();

        Line() {
            this(Operator.EQUAL);
        }

        Line(VariableCondition known) {
            this(known.operator());
            name.setValue(String.join(".", known.path()));
            value.setValue(known.value());
        }

        private Line(Operator chosen) {
            addClassName("condition");
            name.setPlaceholder("order.total");
            name.setAriaLabel(getTranslation("instances.filter.variable.name"));
            operator.setItems(IN_ORDER);
            operator.setItemLabelGenerator(it -> getTranslation("instances.filter.operator." + it.name()));
            operator.setAriaLabel(getTranslation("instances.filter.variable.operator"));
            operator.addValueChangeListener(change -> value.setVisible(change.getValue() != Operator.EXISTS));
            operator.setValue(chosen);
            value.setAriaLabel(getTranslation("instances.filter.variable.value"));
            NativeButton away = Pieces.button("", "x", () -> drop(this), "ghost", "ic", "sm");
            away.setAriaLabel(getTranslation("instances.filter.variable.remove"));
            add(name, operator, value, away);
        }

        boolean blank() {
            return name.isEmpty() && value.isEmpty();
        }

        Optional<VariableCondition> condition() {
            boolean exists = operator.getValue() == Operator.EXISTS;
            List<String> path = Arrays.stream(name.getValue().split("\\.", -1))
                    .map(String::strip)
                    .toList();
            name.setErrorMessage(getTranslation("instances.filter.variable.noname"));
            name.setInvalid(path.stream().anyMatch(it -> it.isEmpty() || !VariableCondition.named(it)));
            value.setErrorMessage(getTranslation("instances.filter.variable.novalue"));
            value.setInvalid(!exists && value.getValue().isBlank());
            if (name.isInvalid() || value.isInvalid()) {
                return Optional.empty();
            }
            try {
                return Optional.of(new VariableCondition(path, operator.getValue(), exists ? "" : value.getValue()));
            } catch (IllegalArgumentException notANumberOfThatSize) {
                value.setInvalid(true);
                return Optional.empty();
            }
        }
    }
}
