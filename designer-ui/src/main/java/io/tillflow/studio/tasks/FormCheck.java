package io.tillflow.studio.tasks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks a program's answers as the form does in the browser. What only the browser can know (conditions, lists that come
 * from variables, repeated groups) is left to it.
 */
final class FormCheck {

    private final ObjectNode answers;
    private final List<Trouble> troubles = new ArrayList<>();

    private FormCheck(ObjectNode answers) {
        this.answers = answers;
    }

    /** What is wrong with one field. */
    record Trouble(String field, String message) {}

    static List<Trouble> of(JsonNode schema, ObjectNode answers) {
        FormCheck check = new FormCheck(answers);
        schema.path("components").forEach(check::component);
        return check.troubles;
    }

    private void component(JsonNode component) {
        if (component.path("conditional").has("hide")) {
            return;
        }
        if (component.path("type").asString("").equals("group")
                && component.path("path").asString("").isEmpty()) {
            component.path("components").forEach(this::component);
        }
        String key = component.path("key").asString("");
        if (key.isEmpty() || key.contains(".") || disabled(component)) {
            return;
        }
        JsonNode value = answers.path(key);
        JsonNode rules = component.path("validate");
        if (value.isMissingNode()
                || value.isNull()
                || (value.isString() && value.asString().isEmpty())) {
            if (rules.path("required").asBoolean(false)) {
                troubles.add(new Trouble(key, "is required"));
            }
            return;
        }
        rules(key, value, rules);
        options(key, value, component.path("values"));
    }

    private static boolean disabled(JsonNode component) {
        return component.path("disabled").asBoolean(false)
                || component.path("readonly").asBoolean(false);
    }

    private void rules(String key, JsonNode value, JsonNode rules) {
        if (value.isString()) {
            int length = value.asString().length();
            refuse(rules.has("minLength") && length < rules.path("minLength").asInt(0), key, "is too short");
            refuse(rules.has("maxLength") && length > rules.path("maxLength").asInt(0), key, "is too long");
            refuse(!matches(value.asString(), rules.path("pattern").asString("")), key, "does not match the pattern");
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            refuse(rules.has("min") && number.compareTo(bound(rules, "min")) < 0, key, "is too small");
            refuse(rules.has("max") && number.compareTo(bound(rules, "max")) > 0, key, "is too large");
        }
    }

    private void options(String key, JsonNode value, JsonNode options) {
        if (!options.isArray() || options.isEmpty()) {
            return;
        }
        List<JsonNode> chosen = value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).toList()
                : List.of(value);
        List<JsonNode> allowed = StreamSupport.stream(options.spliterator(), false)
                .map(it -> it.path("value"))
                .toList();
        refuse(!allowed.containsAll(chosen), key, "is none of the choices " + allowed);
    }

    private static BigDecimal bound(JsonNode rules, String name) {
        return new BigDecimal(rules.path(name).asString("0"));
    }

    private static boolean matches(String value, String pattern) {
        try {
            return pattern.isEmpty() || Pattern.compile(pattern).matcher(value).find();
        } catch (PatternSyntaxException e) {
            // a pattern of JavaScript that Java does not know
            return true;
        }
    }

    private void refuse(boolean wrong, String key, String message) {
        if (wrong) {
            troubles.add(new Trouble(key, message));
        }
    }
}
