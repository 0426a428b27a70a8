package io.tillflow.studio.markup;

import io.tillflow.studio.markup.Node.Element;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tells a child of an element from its siblings: its id, or what it is about, or else which of its kind it is. */
final class Keys {
    private static final List<String> TELLING =
            List.of("id", "target", "key", "name", "bpmnElement", "dmnElementRef", "href", "source");

    private Keys() {}

    /** The children in order, each under its key. */
    static Map<String, Element> children(Element parent) {
        Map<String, Element> keyed = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        parent.elements().forEach(child -> {
            String key = key(child);
            int count = counts.merge(key, 1, Integer::sum);
            keyed.put(count == 1 ? key : key + "#" + count, child);
        });
        return keyed;
    }

    private static String key(Element child) {
        if (!child.id().isEmpty()) {
            return "#" + child.id();
        }
        String kind = child.local() + "|" + child.name().space();
        if (isReference(child)) {
            return kind + "=" + child.text().strip();
        }
        return TELLING.stream()
                .filter(name -> !child.attribute(name).isEmpty())
                .findFirst()
                .map(name -> kind + "@" + name + "=" + child.attribute(name))
                .orElse(kind);
    }

    /** A leaf that only names another element; DMN's and BPMN's texts carry ids or are alone of their kind. */
    private static boolean isReference(Element child) {
        return child.attributes().isEmpty()
                && child.isLeaf()
                && (child.local().equals("incoming")
                        || child.local().equals("outgoing")
                        || child.local().endsWith("Ref")
                        || child.local().endsWith("Refs"));
    }

    /** As people read it: without namespaces. */
    static String readable(String key) {
        return key.replaceFirst("\\|[^@=#]*", "").replaceFirst("^#", "");
    }
}
