package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.tillflow.engine.history.InstanceFilter;
import io.tillflow.engine.history.Instances.Order;
import io.tillflow.engine.history.VariableCondition;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Zone;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The conditions of the list: a search field, one chip for each condition, and a form that adds more. */
final class FilterBar extends Div {

    private static final int PATIENCE_MS = 300;
    private static final int SHORTEST_NAME = 3;

    private final Rows rows;
    private final Consumer<Parameters> changed;
    private final TextField search = new TextField();
    private final Div chips = new Div();
    private Parameters current = Parameters.initial();

    FilterBar(Rows rows, Consumer<Parameters> changed) {
        this.rows = rows;
        this.changed = changed;
        addClassName("filters");
        search.setPlaceholder(getTranslation("instances.search"));
        search.setAriaLabel(getTranslation("instances.search"));
        search.setPrefixComponent(new Icon("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PATIENCE_MS);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                // who looks for an order wants to find it, also when it is done
                InstanceFilter filter = searched(change.getValue());
                boolean fresh = current.filter().equals(InstanceFilter.open())
                        && !change.getValue().isBlank();
                tell(fresh ? filter.withStates(Set.of()) : filter);
            }
        });
        chips.addClassNames("row", "chips");
        add(search, chips);
    }

    /**
     * Numbers of orders and keys have digits; names of people have none, and addresses have a sign of their own. What is shorter than
     * a name would fit half the customers.
     */
    private InstanceFilter searched(String words) {
        boolean customer = words.strip().length() >= SHORTEST_NAME
                && (words.contains("@") || words.chars().noneMatch(Character::isDigit));
        return current.filter().withText(customer ? "" : words).withCustomer(customer ? words : "");
    }

    void show(Parameters parameters) {
        current = parameters;
        String customer = parameters.filter().customer();
        String wanted = customer.isEmpty() ? parameters.filter().text() : customer;
        if (!search.getValue().strip().equals(wanted)) {
            // a space that somebody just wrote is left to them
            search.setValue(wanted);
        }
        chips.removeAll();
        InstanceFilter filter = parameters.filter();
        if (!customer.isEmpty()) {
            chip("instances.filter.customer", customer, filter.withCustomer(""));
        }
        processChips(filter);
        if (!filter.states().isEmpty()) {
            chip("instances.filter.state", states(filter), filter.withStates(Set.of()));
        }
        filter.element()
                .ifPresent(element ->
                        chip("instances.filter.element", label(filter, element), filter.withElement(Optional.empty())));
        filter.startedFrom()
                .ifPresent(from -> chip(
                        "instances.filter.from",
                        exact(from),
                        filter.withStarted(Optional.empty(), filter.startedTo())));
        filter.startedTo()
                .ifPresent(to -> chip(
                        "instances.filter.to", exact(to), filter.withStarted(filter.startedFrom(), Optional.empty())));
        variableChips(filter);
        chips.add(addButton());
        if (!parameters.equals(Parameters.initial())) {
            NativeButton clear = new NativeButton(
                    getTranslation("instances.filter.clear"), click -> changed.accept(Parameters.initial()));
            clear.addClassNames("linklike");
            chips.add(clear);
        }
    }

    private void processChips(InstanceFilter filter) {
        if (!filter.processes().isEmpty()) {
            chip(
                    "instances.filter.process",
                    names(filter.processes()),
                    filter.withProcesses(Set.of()).withVersion(OptionalInt.empty()));
        }
        filter.version()
                .ifPresent(version ->
                        chip("instances.filter.version", "v" + version, filter.withVersion(OptionalInt.empty())));
    }

    private void variableChips(InstanceFilter filter) {
        if (!filter.incident().isEmpty()) {
            chip("instances.filter.incident", filter.incident(), filter.withIncident(""));
        }
        for (VariableCondition condition : filter.variables()) {
            List<VariableCondition> rest = filter.variables().stream()
                    .filter(it -> !it.equals(condition))
                    .toList();
            chip("instances.filter.variable", condition.text(), filter.withVariables(rest));
        }
    }

    private NativeButton addButton() {
        NativeButton more = new NativeButton();
        more.addClassNames("chip", "sq", "add");
        more.add(Icon.small("plus"), new Span(getTranslation("instances.filter.add")));
        more.addClickListener(click -> new FilterDialog(rows, current, changed).open());
        return more;
    }

    private void chip(String key, String value, InstanceFilter without) {
        Div chip = new Div();
        chip.addClassNames("chip", "sq");
        Span strong = new Span(value);
        strong.addClassName("strong");
        NativeButton remove = Pieces.button("", "x", () -> tell(without), "chip-x");
        remove.setAriaLabel(getTranslation("instances.filter.remove", getTranslation(key) + " " + value));
        chip.add(new Span(getTranslation(key)), strong, remove);
        chips.add(chip);
    }

    private void tell(InstanceFilter filter) {
        boolean lately = filter.onlyOpen()
                && (current.order() == Order.LATEST || !current.filter().onlyOpen());
        changed.accept(new Parameters(filter, lately ? Order.LATEST : Order.NEWEST));
    }

    private String names(Set<String> processes) {
        return rows.choices().stream()
                .filter(it -> processes.contains(it.processId()))
                .map(Rows.Choice::name)
                .collect(Collectors.joining(", "));
    }

    private String label(InstanceFilter filter, String elementId) {
        return filter.processes().stream()
                .flatMap(it -> rows.steps(it).stream())
                .filter(it -> it.id().equals(elementId))
                .map(it -> it.label())
                .findFirst()
                .orElse(elementId);
    }

    private String states(InstanceFilter filter) {
        if (filter.states().equals(InstanceFilter.OPEN_STATES)) {
            return getTranslation("instances.state.open");
        }
        List<String> words = filter.states().stream()
                .sorted()
                .map(it -> getTranslation("instances.state." + it.name().toLowerCase(Locale.ROOT)))
                .toList();
        return String.join(", ", words);
    }

    private String exact(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(Zone.here())
                .format(instant);
    }
}
