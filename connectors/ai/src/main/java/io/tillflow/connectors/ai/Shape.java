package io.tillflow.connectors.ai;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shape that extracted facts must have: a JSON schema of an object. */
public final class Shape {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST = 20_000;

    private final JsonNode json;
    private final Schema schema;

    private Shape(JsonNode json) {
        this.json = json;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json);
    }

    /** From a FEEL context or a JSON schema in Java's own maps. */
    public static Shape of(Map<String, ?> schema) {
        return checked(JSON.valueToTree(schema));
    }

    public static Shape of(String schema) {
        try {
            return checked(JSON.readTree(schema));
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException("expected a JSON schema, but got what is no JSON", notJson);
        }
    }

    private static Shape checked(JsonNode schema) {
        if (!schema.path("properties").isObject() || schema.path("properties").isEmpty()) {
            throw new IllegalArgumentException(
                    "expected a JSON schema of an object like {\"type\": \"object\", \"properties\": {\"amount\": {\"type\": \"number\"}}},"
                            + " but it has no properties");
        }
        if (schema.toString().length() > LARGEST) {
            throw new IllegalArgumentException("expected a JSON schema of at most " + LARGEST + " characters");
        }
        if (schema.toString().contains("\"$ref\"")) {
            throw new IllegalArgumentException(
                    "expected a JSON schema without $ref: write the parts where they are used");
        }
        return new Shape(schema);
    }

    /** Each property with its own schema. */
    public Map<String, JsonNode> properties() {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        json.path("properties").propertyStream().forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
        return properties;
    }

    public List<String> required() {
        return json.path("required").valueStream().map(it -> it.asString("")).toList();
    }

    /** What keeps an answer from fitting, in words without its content; empty when it fits. */
    public List<String> faults(Map<String, @Nullable Object> fields) {
        return schema.validate(JSON.<JsonNode>valueToTree(fields)).stream()
                .map(Shape::words)
                .distinct()
                .limit(10)
                .toList();
    }

    private static String words(Error fault) {
        String where = fault.getProperty() == null
                ? fault.getInstanceLocation().toString()
                : fault.getInstanceLocation() + "/" + fault.getProperty();
        return (where.isEmpty() ? "/" : where) + " breaks '" + fault.getKeyword() + "'";
    }

    public String text() {
        return json.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Shape that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return "Shape" + properties().keySet();
    }
}
