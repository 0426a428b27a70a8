package io.tillflow.connectors.catalogue;

import static io.tillflow.connectors.catalogue.Property.ordered;

import io.tillflow.processes.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The element template of a trigger: an event that begins a process or wakes one. */
final class TriggerTemplate {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TriggerTemplate() {}

    /** One whose message has its name for ever. */
    static Map<String, Object> ofMessage(String message, Trigger trigger) {
        Map<String, Object> template = template(message, trigger);
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(Property.hidden(message, ordered("type", "bpmn:Message#property", "name", "name")));
        if (!trigger.starts()) {
            boolean ofOrder = trigger.about().equals("=order.id");
            properties.add(key(ofOrder ? "Order" : "Subject", "Whose event wakes this process.", trigger.about()));
        }
        template.put("properties", properties);
        template.put("metadata", ordered("message", message, "example", JSON.readTree(trigger.example())));
        return template;
    }

    /** One whose message the analyst names. */
    static Map<String, Object> ofNamedMessage(String name, Trigger trigger) {
        Map<String, Object> template = template(name, trigger);
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(ordered(
                "label",
                "Message",
                "description",
                "Names its events; words of a-z joined by -.",
                "type",
                "String",
                "constraints",
                ordered(
                        "notEmpty",
                        true,
                        "pattern",
                        ordered(
                                "value",
                                "[a-z][a-z0-9-]{0,99}",
                                "message",
                                "Must be words of a-z joined by -, like report-due")),
                "binding",
                ordered("type", "bpmn:Message#property", "name", "name")));
        if (!trigger.starts()) {
            properties.add(key("Subject", "Equals what the event is about.", trigger.about()));
        }
        template.put("properties", properties);
        template.put("metadata", ordered("example", JSON.readTree(trigger.example())));
        return template;
    }

    private static Map<String, Object> template(String name, Trigger trigger) {
        int dash = name.indexOf('-');
        String family = dash < 0 ? name : name.substring(0, dash);
        String help = trigger.help() + " Brings " + brings(JSON.readTree(trigger.example())) + ".";
        Map<String, Object> template = Templates.head("io.tillflow.trigger." + name, trigger.name(), help, family);
        String element = trigger.starts() ? "bpmn:StartEvent" : "bpmn:IntermediateCatchEvent";
        template.put(
                "appliesTo", trigger.starts() ? List.of(element) : List.of(element, "bpmn:IntermediateThrowEvent"));
        template.put("elementType", ordered("value", element, "eventDefinition", "bpmn:MessageEventDefinition"));
        return template;
    }

    /** The names of what comes along: "order (id, number), payment (id)". */
    private static String brings(JsonNode example) {
        return example.propertyStream()
                .map(it -> it.getValue().isObject()
                        ? it.getKey() + " (" + String.join(", ", it.getValue().propertyNames()) + ")"
                        : it.getKey())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> key(String label, String help, String about) {
        return ordered(
                "label",
                label,
                "description",
                help,
                "type",
                "String",
                "feel",
                "required",
                "value",
                about,
                "constraints",
                Map.of("notEmpty", true),
                "binding",
                ordered("type", "bpmn:Message#zeebe:subscription#property", "name", "correlationKey"));
    }
}
