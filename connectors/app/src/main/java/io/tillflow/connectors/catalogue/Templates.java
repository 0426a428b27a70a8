package io.tillflow.connectors.catalogue;

import static io.tillflow.connectors.catalogue.Property.ordered;

import io.tillflow.processes.Message;
import io.tillflow.processes.OfferedMessage;
import io.tillflow.processes.OfferedTrigger;
import io.tillflow.processes.Trigger;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Element templates of all actions and triggers, made from the Java that runs them. */
public final class Templates {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCHEMA =
            "https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json";

    private Templates() {}

    /** File name to content, in the order of their names. */
    public static Map<String, String> all() {
        Map<String, String> files = new TreeMap<>();
        Actions.all().forEach(action -> files.put(action.type() + ".json", text(action(action))));
        Stream.of(Message.class, OfferedMessage.class)
                .forEach(messages -> triggers(messages)
                        .forEach((message, trigger) -> files.put(
                                "trigger." + message + ".json", text(TriggerTemplate.ofMessage(message, trigger)))));
        triggers(OfferedTrigger.class)
                .forEach((name, trigger) ->
                        files.put("trigger." + name + ".json", text(TriggerTemplate.ofNamedMessage(name, trigger))));
        return files;
    }

    /** Those of one class of workers, by file name. */
    public static Map<String, String> of(Class<?> workers) {
        Map<String, String> files = new TreeMap<>();
        Actions.of(workers).forEach(action -> files.put(action.type() + ".json", text(action(action))));
        return files;
    }

    private static Map<String, Trigger> triggers(Class<?> constants) {
        Map<String, Trigger> triggers = new TreeMap<>();
        for (Field constant : constants.getFields()) {
            Trigger trigger = constant.getAnnotation(Trigger.class);
            if (trigger == null) {
                throw new IllegalStateException("expected @Trigger on " + constant.getName());
            }
            triggers.put(value(constant), trigger);
        }
        return triggers;
    }

    private static Map<String, Object> action(ActionInfo action) {
        Map<String, Object> template = head(action.templateId(), action.name(), action.help(), action.family());
        template.put("appliesTo", List.of("bpmn:Task", "bpmn:ServiceTask", "bpmn:SendTask"));
        template.put("elementType", Map.of("value", "bpmn:ServiceTask"));
        template.put(
                "groups",
                List.of(group("input", "Input"), group("output", "Output"), group("retries", "When it fails")));
        template.put("properties", properties(action));
        template.put(
                "metadata",
                ordered("jobType", action.type(), "effect", action.effect().text(), "errors", action.errors()));
        return template;
    }

    private static List<Map<String, Object>> properties(ActionInfo action) {
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(Property.hidden(action.type(), ordered("type", "zeebe:taskDefinition", "property", "type")));
        Arrays.stream(action.input().getRecordComponents()).map(Property::input).forEach(properties::add);
        if (action.output() != null) {
            RecordComponent[] outputs = action.output().getRecordComponents();
            Arrays.stream(outputs).map(Property::output).forEach(properties::add);
        }
        action.headers().forEach(header -> properties.add(Property.header(header)));
        properties.addAll(whenItFails(action));
        return properties;
    }

    private static List<Map<String, Object>> whenItFails(ActionInfo action) {
        String errors = action.errors().isEmpty()
                ? "Refusals become incidents."
                : "Catch " + String.join(", ", action.errors()) + " with an error boundary event.";
        Map<String, Object> retries = ordered(
                "label", "Tries", "description", "How often passing trouble is outlasted. " + errors, "type", "String");
        retries.put("feel", "optional");
        retries.put("value", "5");
        retries.put("group", "retries");
        retries.put("binding", ordered("type", "zeebe:taskDefinition", "property", "retries"));
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(retries);
        properties.add(Property.header(
                "retryPause",
                "Longest pause",
                "The pause before the last try, for instance 20s or PT5M; each one before it is a quarter as long.",
                "20s"));
        properties.add(Property.header(
                "retryJitter", "Jitter", "By which share a pause varies by chance, from 0 to 1.", "0.2"));
        if (action.effect() != Effect.READS) {
            properties.add(Property.header(
                    "dryRunResult",
                    "Answer in a dry run",
                    "JSON object of the variables to go on with when the automation runs dry and this is not really done.",
                    null));
        }
        return properties;
    }

    static Map<String, Object> head(String id, String name, String help, String family) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("$schema", SCHEMA);
        template.put("id", id);
        template.put("name", name);
        template.put("version", 1);
        template.put("description", help);
        template.put("category", ordered("id", family, "name", capital(family)));
        template.put("icon", Map.of("contents", Icons.of(family)));
        template.put("engines", Map.of("camunda", "^8.5"));
        return template;
    }

    private static Map<String, Object> group(String id, String label) {
        return ordered("id", id, "label", label);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String text(Map<String, Object> template) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(template) + "\n";
    }

    private static String value(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("expected a public constant, but " + constant + " is not", e);
        }
    }
}
