package io.tillflow.connectors.catalogue;

import io.tillflow.processes.Field;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One property of an element template, made from a record's component. */
final class Property {
    private Property() {}

    static Map<String, Object> input(RecordComponent component) {
        Field field = field(component);
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("id", component.getName());
        property.put("label", field.label());
        describe(property, field);
        shape(property, component, field);
        property.put("group", "input");
        property.put("binding", ordered("type", "zeebe:input", "name", component.getName()));
        if (optional(component)) {
            property.put("optional", true);
        } else {
            property.put("constraints", Map.of("notEmpty", true));
        }
        if (!field.when().isEmpty()) {
            property.put("condition", ordered("property", field.when(), "oneOf", List.of(field.whenOneOf())));
        }
        return property;
    }

    static Map<String, Object> output(RecordComponent component) {
        Field field = field(component);
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("label", field.label());
        property.put("description", sentence(field.help(), "Name the variable that keeps it; empty to drop it."));
        property.put("type", "String");
        property.put("value", component.getName());
        property.put("optional", true);
        property.put("group", "output");
        property.put("binding", ordered("type", "zeebe:output", "source", "=" + component.getName()));
        return property;
    }

    static Map<String, Object> header(String key, String label, String help, @Nullable String value) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("label", label);
        property.put("description", help);
        property.put("type", "String");
        if (value != null) {
            property.put("value", value);
        }
        property.put("optional", true);
        property.put("group", "retries");
        property.put("binding", ordered("type", "zeebe:taskHeader", "key", key));
        return property;
    }

    /** A header of the action itself: an expression that the worker evaluates, not the engine. */
    static Map<String, Object> header(Header header) {
        return ordered(
                "label",
                header.label(),
                "description",
                header.help(),
                "type",
                "Text",
                "feel",
                "required",
                "value",
                header.value(),
                "group",
                "output",
                "binding",
                ordered("type", "zeebe:taskHeader", "key", header.key()));
    }

    static Map<String, Object> hidden(String value, Map<String, Object> binding) {
        return ordered("type", "Hidden", "value", value, "binding", binding);
    }

    static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }

    private static void describe(Map<String, Object> property, Field field) {
        String help = field.secrets() ? sentence(field.help(), "Takes {{secrets.NAME}}.") : field.help();
        if (!help.isEmpty()) {
            property.put("description", help);
        }
    }

    private static void shape(Map<String, Object> property, RecordComponent component, Field field) {
        List<String> choices = choices(component, field);
        if (choices.isEmpty()) {
            property.put("type", field.lines() ? "Text" : "String");
            property.put("feel", component.getType() == String.class ? "optional" : "required");
            if (!field.from().isEmpty()) {
                property.put("value", field.from());
            }
            return;
        }
        property.put("type", "Dropdown");
        property.put(
                "choices",
                choices.stream()
                        .map(choice -> ordered("name", words(choice), "value", choice))
                        .toList());
        property.put("value", field.from().isEmpty() ? choices.getFirst() : field.from());
    }

    private static List<String> choices(RecordComponent component, Field field) {
        Object[] constants = component.getType().getEnumConstants();
        return constants == null
                ? List.of(field.choices())
                : Arrays.stream(constants).map(String::valueOf).toList();
    }

    /** "AWAITING_PAYMENT" as "Awaiting payment"; what is not all capitals and underscores stays. */
    private static String words(String choice) {
        return choice.matches("[A-Z]+_[A-Z_]+|[A-Z]{8,}")
                ? choice.charAt(0)
                        + choice.substring(1).toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                : choice;
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Field field(RecordComponent component) {
        Field field = component.getAnnotation(Field.class);
        if (field == null) {
            throw new IllegalStateException("expected @Field on " + component.getName() + " of "
                    + component.getDeclaringRecord().getSimpleName());
        }
        return field;
    }

    private static String sentence(String first, String second) {
        return first.isEmpty() ? second : first + " " + second;
    }
}
