package io.tillflow.studio.models;

import io.tillflow.processes.ElementTemplates;
import io.tillflow.studio.lint.ShippedContract;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The palette: what the shop sends, what its workers can do, what its decisions decide, and the flow between them. */
final class Blocks {
    private static final List<JsonNode> TEMPLATES = ElementTemplates.names().stream()
            .map(name -> new JsonMapper().readTree(new String(ElementTemplates.read(name), StandardCharsets.UTF_8)))
            .toList();

    private final UnaryOperator<String> texts;

    Blocks(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    List<Block> all() {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(templates("triggers", it -> starts(it)));
        blocks.addAll(templates("actions", it -> it.path("metadata").has("jobType")));
        blocks.add(flow("actions", "person", "user", "person"));
        ShippedContract.decisions().forEach(id -> blocks.add(decision(id)));
        blocks.addAll(templates("waits", it -> it.path("metadata").has("message") && !starts(it)));
        blocks.add(flow("waits", "wait", "clock", "timer"));
        blocks.add(flow("waits", "message", "msg", "message"));
        blocks.add(flow("flow", "either", "mod", "exclusive"));
        blocks.add(flow("flow", "together", "plus", "parallel"));
        blocks.add(flow("flow", "first", "tree", "event-gateway"));
        blocks.add(flow("flow", "group", "flow", "sub-process"));
        blocks.add(flow("flow", "call", "ext", "call"));
        blocks.add(flow("flow", "end", "check", "end"));
        return blocks;
    }

    /** What the element templates offer: the step comes with its fields, as in the menus on the canvas. */
    private List<Block> templates(String group, Predicate<JsonNode> wanted) {
        return TEMPLATES.stream().filter(wanted).map(it -> template(group, it)).toList();
    }

    private Block template(String group, JsonNode template) {
        JsonNode metadata = template.path("metadata");
        String value =
                metadata.path("message").asString(metadata.path("jobType").asString(""));
        String id = template.path("id").asString("");
        return new Block(
                group(group),
                words(
                        value.isEmpty() ? id.replaceFirst("^io\\.tillflow\\.", "") : value,
                        template.path("name").asString(value)),
                iconOf(value),
                "template",
                id);
    }

    private static boolean starts(JsonNode template) {
        return template.path("elementType").path("value").asString("").equals("bpmn:StartEvent");
    }

    private Block decision(String id) {
        String name =
                id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('-', ' ');
        return new Block(group("decisions"), words(id, name), "table", "decision", id);
    }

    /** In the reader's language where it has words for it. */
    private String words(String value, String otherwise) {
        String key = "block." + value;
        String text = texts.apply(key);
        return text.equals(key) || text.isEmpty() ? otherwise : text;
    }

    private Block flow(String group, String name, String icon, String kind) {
        return new Block(group(group), texts.apply("block.flow." + name), icon, kind, null);
    }

    private String group(String name) {
        return texts.apply("block.group." + name);
    }

    private static String iconOf(String value) {
        String family = value.replaceFirst("[.-].*$", "");
        return switch (family) {
            case "payment", "payments" -> "card";
            case "return" -> "return";
            case "intelligence", "training" -> "spark";
            case "http" -> "plug";
            case "shipment", "shipping" -> "truck";
            case "stock", "suppliers", "purchase" -> "box";
            case "commerce", "order", "shopify" -> "shop";
            case "files" -> "list";
            case "analytics" -> "grid";
            case "messaging", "support" -> "mail";
            default -> "bolt";
        };
    }
}
