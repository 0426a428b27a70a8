package io.tillflow.storefront.web;

import java.util.Map;

/** What was typed into a form and what is wrong with it, by field. Passwords are never shown again. */
public record Typed(Map<String, String> values, Map<String, String> problems, String notice) {
    static final Typed NOTHING = new Typed(Map.of(), Map.of(), "");

    static Typed wrong(Map<String, String> values, String field, String problem) {
        return new Typed(values, Map.of(field, problem), "");
    }

    static Typed refused(Map<String, String> values, String notice) {
        return new Typed(values, Map.of(), notice);
    }

    public String value(String field) {
        return field.startsWith("password") ? "" : values.getOrDefault(field, "");
    }

    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }

    public boolean ticked(String field) {
        return values.containsKey(field);
    }
}
