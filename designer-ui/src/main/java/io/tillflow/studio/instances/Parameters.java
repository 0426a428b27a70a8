package io.tillflow.studio.instances;

import io.tillflow.engine.history.InstanceFilter;
import io.tillflow.engine.history.InstanceState;
import io.tillflow.engine.history.Instances.Order;
import io.tillflow.engine.history.VariableCondition;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A filter as the parameters of an address that can be shared, and back; the REST API takes the same ones. */
public record Parameters(InstanceFilter filter, Order order) {

    /** A parameter whose value nothing can be made of; the message names both. */
    public static final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Unreadable(String name, String value, String expected) {
            super("expected " + name + " to be " + expected + ", but it was \"" + value + "\"");
        }
    }

    /** What the page shows when nobody asked for anything else. */
    public static Parameters initial() {
        return new Parameters(InstanceFilter.open(), Order.LATEST);
    }

    public static Parameters parse(Map<String, List<String>> given) {
        Set<InstanceState> states = EnumSet.noneOf(InstanceState.class);
        for (String name : values(given, "state")) {
            states.addAll("open".equals(name) ? InstanceFilter.OPEN_STATES : Set.of(state(name)));
        }
        InstanceFilter filter = new InstanceFilter(
                new LinkedHashSet<>(values(given, "process")),
                version(first(given, "version")),
                states,
                first(given, "q"),
                first(given, "customer"),
                Optional.of(first(given, "element")).filter(it -> !it.isEmpty()),
                instant("from", first(given, "from")),
                instant("to", first(given, "to")),
                first(given, "incident"),
                variables(given.getOrDefault("var", List.of())));
        String order = first(given, "order");
        boolean latest = order.isEmpty() ? filter.onlyOpen() : "late".equals(order);
        return new Parameters(filter, latest ? Order.LATEST : Order.NEWEST);
    }

    /** The parameters that {@link #parse} reads back to this. */
    public Map<String, List<String>> address() {
        Map<String, List<String>> address = new LinkedHashMap<>();
        put(address, "q", filter.text());
        put(address, "customer", filter.customer());
        put(
                address,
                "process",
                String.join(",", filter.processes().stream().sorted().toList()));
        filter.version().ifPresent(version -> put(address, "version", String.valueOf(version)));
        put(address, "state", states());
        filter.element().ifPresent(element -> put(address, "element", element));
        filter.startedFrom().ifPresent(from -> put(address, "from", from.toString()));
        filter.startedTo().ifPresent(to -> put(address, "to", to.toString()));
        put(address, "incident", filter.incident());
        if (!filter.variables().isEmpty()) {
            address.put(
                    "var",
                    filter.variables().stream().map(VariableCondition::text).toList());
        }
        if (filter.onlyOpen() && order == Order.NEWEST) {
            put(address, "order", "newest");
        }
        return address;
    }

    private String states() {
        if (filter.states().equals(InstanceFilter.OPEN_STATES)) {
            return "open";
        }
        List<String> names = new ArrayList<>();
        filter.states().stream().sorted().forEach(it -> names.add(it.name().toLowerCase(Locale.ROOT)));
        return String.join(",", names);
    }

    private static void put(Map<String, List<String>> address, String name, String value) {
        if (!value.isEmpty()) {
            address.put(name, List.of(value));
        }
    }

    private static InstanceState state(String name) {
        try {
            return InstanceState.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Unreadable("state", name, "open, running, waiting, incident, completed or cancelled");
        }
    }

    private static OptionalInt version(String text) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new Unreadable("version", text, "a number");
        }
    }

    private static List<VariableCondition> variables(List<String> given) {
        List<VariableCondition> conditions = new ArrayList<>();
        for (String text : given) {
            if (text.isBlank()) {
                continue;
            }
            try {
                conditions.add(VariableCondition.parse(text));
            } catch (IllegalArgumentException e) {
                throw new Unreadable("var", text, "a condition such as order.total>2000 or order.country=AT");
            }
        }
        return conditions;
    }

    private static Optional<Instant> instant(String name, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new Unreadable(name, text, "an instant such as 2026-01-31T09:30:00Z");
        }
    }

    private static String first(Map<String, List<String>> given, String name) {
        List<String> values = given.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    private static List<String> values(Map<String, List<String>> given, String name) {
        return given.getOrDefault(name, List.of()).stream()
                .flatMap(it -> Arrays.stream(it.split(",")))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
