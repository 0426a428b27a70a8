package io.tillflow.studio.play;

import io.tillflow.processes.ElementTemplates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the templates of actions and triggers say of results, errors and what a message brings. */
final class Contract {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PLAIN = Pattern.compile("=([A-Za-z]\\w*)");
    private static final Pattern CHOICE = Pattern.compile("\\b[A-Z][A-Z_]{2,}\\b");
    private static final Pattern NUMBER = Pattern.compile("(?i)amount|refunded|total|count|quantity");
    private static final Contract SHIPPED = read();

    private final Map<String, ObjectNode> results = new LinkedHashMap<>();
    private final Map<String, List<String>> errors = new LinkedHashMap<>();
    private final Map<String, JsonNode> messages = new LinkedHashMap<>();

    private Contract() {}

    static Contract shipped() {
        return SHIPPED;
    }

    /** A result with every field that the job type gives back; empty for a type nobody knows. */
    ObjectNode result(String jobType) {
        return results.getOrDefault(jobType, JSON.createObjectNode()).deepCopy();
    }

    /** The BPMN errors that the job type throws. */
    List<String> errors(String jobType) {
        return errors.getOrDefault(jobType, List.of());
    }

    /** An example of what the message brings. */
    Optional<JsonNode> message(String name) {
        return Optional.ofNullable(messages.get(name));
    }

    private static Contract read() {
        Contract contract = new Contract();
        ElementTemplates.names().forEach(name -> {
            JsonNode template = JSON.readTree(new String(ElementTemplates.read(name), StandardCharsets.UTF_8));
            JsonNode metadata = template.path("metadata");
            String type = metadata.path("jobType").asString("");
            if (!type.isEmpty()) {
                contract.results.put(type, result(template));
                contract.errors.put(type, texts(metadata.path("errors")));
            }
            if (metadata.path("example").isObject()) {
                contract.messages.put(metadata.path("message").asString(""), metadata.path("example"));
            }
        });
        return contract;
    }

    private static ObjectNode result(JsonNode template) {
        ObjectNode result = JSON.createObjectNode();
        for (JsonNode property : template.path("properties")) {
            Matcher source =
                    PLAIN.matcher(property.path("binding").path("source").asString(""));
            if (property.path("binding").path("type").asString("").equals("zeebe:output") && source.matches()) {
                String name = source.group(1);
                result.set(name, likely(name, property.path("description").asString("")));
            }
        }
        return result;
    }

    private static JsonNode likely(String name, String description) {
        Matcher choice = CHOICE.matcher(description);
        if (choice.find()) {
            return JSON.valueToTree(choice.group());
        }
        return NUMBER.matcher(name).find()
                ? JSON.valueToTree(1000)
                : JSON.valueToTree(name.endsWith("Url") ? "/example" : name + "-1");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(it -> texts.add(it.isObject() ? it.path("code").asString("") : it.asString("")));
        return List.copyOf(texts);
    }
}
