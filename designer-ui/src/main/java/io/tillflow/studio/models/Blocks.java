package io.tillflow.studio.models;

import io.tillflow.studio.lint.ShippedContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The palette: what the shop sends, what its workers can do, what its decisions decide, and the flow between them. */
final class Blocks {
    private final UnaryOperator<String> texts;

    Blocks(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    List<Block> all() {
        List<Block> blocks = new ArrayList<>();
        ShippedContract.messages()
                .forEach(message -> blocks.add(block("triggers", message, iconOf(message), "message-start")));
        ShippedContract.jobTypes().forEach(type -> blocks.add(block("actions", type, iconOf(type), "job")));
        blocks.add(flow("actions", "person", "user", "person"));
        ShippedContract.decisions().forEach(id -> blocks.add(block("decisions", id, "table", "decision")));
        blocks.add(flow("flow", "wait", "clock", "timer"));
        blocks.add(flow("flow", "message", "msg", "message"));
        blocks.add(flow("flow", "either", "mod", "exclusive"));
        blocks.add(flow("flow", "together", "plus", "parallel"));
        blocks.add(flow("flow", "first", "tree", "event-gateway"));
        blocks.add(flow("flow", "group", "flow", "sub-process"));
        blocks.add(flow("flow", "call", "ext", "call"));
        blocks.add(flow("flow", "end", "check", "end"));
        return blocks;
    }

    private Block block(String group, String value, String icon, String kind) {
        String key = "block." + value;
        String text = texts.apply(key);
        return new Block(group(group), text.equals(key) ? words(value) : text, icon, kind, value);
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
            case "shipment", "shipping" -> "truck";
            case "stock" -> "box";
            case "commerce", "order" -> "shop";
            case "messaging", "support" -> "mail";
            default -> "bolt";
        };
    }

    /** "payments.create-link" as "Create link". */
    private static String words(String value) {
        String last = value.substring(value.lastIndexOf('.') + 1).replace('-', ' ');
        return last.isEmpty() ? value : last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
    }
}
