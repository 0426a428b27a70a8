package io.tillflow.exporter.projection;

import static io.tillflow.exporter.projection.HistoryTable.PROCESS_INSTANCE;
import static io.tillflow.exporter.projection.HistoryTable.VARIABLE;
import static io.tillflow.exporter.projection.HistoryTable.VARIABLE_CHANGE;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Variables, every value they had, and the business key that one of them is. */
final class Variables {

    /** The root-scope variable that names an instance in the business's own words. */
    static final String BUSINESS_KEY = "businessKey";

    private static final int LONGEST_BUSINESS_KEY = 256;

    private Variables() {}

    static void variable(RecordLine event, Changes changes) {
        boolean created = event.intent().equals("CREATED");
        if (!created && !event.intent().equals("UPDATED")) {
            return;
        }
        String name = event.identifier("name");
        String scope = event.requiredKey("scopeKey");
        String instance = event.requiredKey("processInstanceKey");
        String value = event.embeddedJson("value");
        Row row = created ? changes.create(VARIABLE, scope, name) : changes.change(VARIABLE, scope, name);
        row.set("process_instance_key", instance).set("value", value).set("updated_at", event.time());
        changes.create(VARIABLE_CHANGE, instance, event.positionKey())
                .set("scope_key", scope)
                .set("name", name)
                .set("value", value)
                .set("changed_at", event.time());
        if (name.equals(BUSINESS_KEY) && scope.equals(instance)) {
            changes.change(PROCESS_INSTANCE, instance).set("business_key", businessKey(value));
        }
    }

    /** The business key that a JSON value stands for: a text or whole number; nothing else names an instance. */
    public static @Nullable String businessKey(String json) {
        JsonNode value = Storable.JSON.readTree(json);
        if (!value.isString() && !value.isIntegralNumber()) {
            return null;
        }
        String text = value.asString();
        return text.codePointCount(0, text.length()) <= LONGEST_BUSINESS_KEY
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_BUSINESS_KEY));
    }
}
