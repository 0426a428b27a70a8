package io.tillflow.studio.changes;

import io.tillflow.studio.markup.Conflict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Three-way merge of forms: objects by their properties, lists of fields by the fields' ids, anything else as a whole. */
final class FormMerge {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Conflict> conflicts = new ArrayList<>();

    private FormMerge() {}

    static ModelMerge.Merged of(String base, String a, String b) {
        FormMerge merge = new FormMerge();
        JsonNode merged = merge.merged(JSON.readTree(base), JSON.readTree(a), JSON.readTree(b), "form", "");
        return new ModelMerge.Merged(
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(merged) + "\n", List.copyOf(merge.conflicts));
    }

    private @Nullable JsonNode merged(
            @Nullable JsonNode base, @Nullable JsonNode a, @Nullable JsonNode b, String id, String path) {
        if (java.util.Objects.equals(a, b) || java.util.Objects.equals(base, b)) {
            return a;
        }
        if (java.util.Objects.equals(base, a)) {
            return b;
        }
        if (a instanceof ObjectNode one && b instanceof ObjectNode two) {
            return object(base, one, two, a.path("id").asString(id), path);
        }
        if (a instanceof ArrayNode one && b instanceof ArrayNode two && haveIds(one) && haveIds(two)) {
            return fields(base, one, two, id, path);
        }
        conflicts.add(new Conflict(id, path, text(base), text(a), text(b)));
        return a;
    }

    private ObjectNode object(@Nullable JsonNode base, ObjectNode a, ObjectNode b, String id, String path) {
        Set<String> names = new LinkedHashSet<>(a.propertyNames());
        names.addAll(b.propertyNames());
        ObjectNode result = JSON.createObjectNode();
        for (String name : names) {
            JsonNode value = merged(
                    base == null ? null : base.get(name),
                    a.get(name),
                    b.get(name),
                    id,
                    path.isEmpty() ? name : path + "/" + name);
            if (value != null) {
                result.set(name, value);
            }
        }
        return result;
    }

    private ArrayNode fields(@Nullable JsonNode base, ArrayNode a, ArrayNode b, String id, String path) {
        Map<String, JsonNode> before = byId(base);
        Map<String, JsonNode> mine = byId(a);
        Map<String, JsonNode> theirs = byId(b);
        Set<String> ids = new LinkedHashSet<>(mine.keySet());
        ids.addAll(theirs.keySet());
        ArrayNode result = JSON.createArrayNode();
        for (String field : ids) {
            JsonNode value = merged(before.get(field), mine.get(field), theirs.get(field), id, path + "/" + field);
            if (value != null) {
                result.add(value);
            }
        }
        return result;
    }

    private static Map<String, JsonNode> byId(@Nullable JsonNode list) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        if (list != null) {
            list.forEach(it -> found.put(it.path("id").asString(""), it));
        }
        return found;
    }

    private static boolean haveIds(ArrayNode list) {
        for (JsonNode it : list) {
            if (it.path("id").asString("").isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "" : node.toString();
    }
}
