package io.tillflow.studio.instances;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.engine.history.InstanceFilter;
import io.tillflow.engine.history.InstanceState;
import io.tillflow.engine.history.Instances.Order;
import io.tillflow.engine.history.VariableCondition;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.kit.Zone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Chooses process, version, state, step and time at once. */
final class FilterDialog extends Dialog {

    private final Rows rows;
    private final Parameters before;
    private final ComboBox<Rows.Choice> process = new ComboBox<>();
    private final Select<Integer> version = new Select<>();
    private final CheckboxGroup<InstanceState> states = new CheckboxGroup<>();
    private final ComboBox<ProcessModel.Element> element = new ComboBox<>();
    private final DateTimePicker from = new DateTimePicker();
    private final DateTimePicker to = new DateTimePicker();
    private final TextField incident = new TextField();
    private final ConditionRows variables;

    FilterDialog(Rows rows, Parameters before, Consumer<Parameters> chosen) {
        this.rows = rows;
        this.before = before;
        setHeaderTitle(getTranslation("instances.filter.title"));
        setWidth("600px");
        variables = new ConditionRows(before.filter().variables());
        labels();
        fill();
        process.addValueChangeListener(change -> follow(change.getValue()));
        FormLayout form = new FormLayout(process, version, states, element, from, to, incident, variables);
        form.setColspan(states, 2);
        form.setColspan(element, 2);
        form.setColspan(incident, 2);
        form.setColspan(variables, 2);
        add(form);
        Button apply = new Button(getTranslation("instances.filter.apply"), click -> {
            variables.conditions().ifPresent(them -> {
                chosen.accept(result(them));
                close();
            });
        });
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        Button cancel = new Button(getTranslation("instances.dialog.back"), click -> close());
        getFooter().add(cancel, apply);
    }

    private void labels() {
        process.setLabel(getTranslation("instances.filter.process"));
        process.setItemLabelGenerator(Rows.Choice::name);
        process.setClearButtonVisible(true);
        version.setLabel(getTranslation("instances.filter.version"));
        version.setEmptySelectionAllowed(true);
        version.setEmptySelectionCaption(getTranslation("instances.filter.any"));
        version.setItemLabelGenerator(it -> it == null ? getTranslation("instances.filter.any") : "v" + it);
        states.setLabel(getTranslation("instances.filter.state"));
        states.setItems(InstanceState.values());
        states.setItemLabelGenerator(
                it -> getTranslation("instances.state." + it.name().toLowerCase(Locale.ROOT)));
        element.setLabel(getTranslation("instances.filter.element"));
        element.setItemLabelGenerator(ProcessModel.Element::label);
        element.setHelperText(getTranslation("instances.filter.element.help"));
        element.setClearButtonVisible(true);
        from.setLabel(getTranslation("instances.filter.from"));
        to.setLabel(getTranslation("instances.filter.to"));
        incident.setLabel(getTranslation("instances.filter.incident"));
        incident.setHelperText(getTranslation("instances.filter.incident.help"));
        incident.setClearButtonVisible(true);
        from.setLocale(getLocale());
        to.setLocale(getLocale());
    }

    private void fill() {
        InstanceFilter filter = before.filter();
        List<Rows.Choice> choices = rows.choices();
        process.setItems(choices);
        states.setValue(filter.states());
        incident.setValue(filter.incident());
        filter.startedFrom().ifPresent(it -> from.setValue(local(it)));
        filter.startedTo().ifPresent(it -> to.setValue(local(it)));
        choices.stream()
                .filter(it -> filter.processes().contains(it.processId()))
                .findFirst()
                .ifPresent(it -> {
                    process.setValue(it);
                    follow(it);
                });
        filter.version().ifPresent(version::setValue);
        filter.element()
                .ifPresent(id -> element.getListDataView()
                        .getItems()
                        .filter(it -> it.id().equals(id))
                        .findFirst()
                        .ifPresent(element::setValue));
    }

    private void follow(Rows.@Nullable Choice chosen) {
        version.setItems(
                chosen == null
                        ? List.of()
                        : chosen.versions().stream().map(it -> it.version()).toList());
        element.setItems(chosen == null ? List.of() : rows.steps(chosen.processId()));
        version.setEnabled(chosen != null);
        element.setEnabled(chosen != null);
    }

    private Parameters result(List<VariableCondition> conditions) {
        Rows.@Nullable Choice chosen = process.getValue();
        @Nullable Integer wanted = version.getValue();
        ProcessModel.@Nullable Element step = element.getValue();
        InstanceFilter filter = before.filter()
                .withProcesses(chosen == null ? Set.of() : Set.of(chosen.processId()))
                .withVersion(wanted == null ? OptionalInt.empty() : OptionalInt.of(wanted))
                .withStates(states.getValue())
                .withElement(Optional.ofNullable(step).map(ProcessModel.Element::id))
                .withStarted(instant(from.getValue()), instant(to.getValue()))
                .withIncident(incident.getValue())
                .withVariables(conditions);
        return new Parameters(filter, filter.onlyOpen() ? Order.LATEST : Order.NEWEST);
    }

    private static Optional<Instant> instant(@Nullable LocalDateTime local) {
        return Optional.ofNullable(local).map(it -> it.atZone(Zone.here()).toInstant());
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, Zone.here());
    }
}
