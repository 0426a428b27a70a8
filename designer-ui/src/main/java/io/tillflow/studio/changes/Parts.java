package io.tillflow.studio.changes;

import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node.Element;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A model as the things people speak of: steps, flows, events, rules, cells; each with its properties in words. */
final class Parts {
    private static final Set<String> HOLDERS = Set.of(
            "definitions",
            "process",
            "subProcess",
            "transaction",
            "adHocSubProcess",
            "collaboration",
            "laneSet",
            "childLaneSet",
            "decision",
            "decisionTable",
            "rule",
            "drgElement",
            "businessKnowledgeModel",
            "decisionService",
            "context",
            "relation");
    private static final Set<String> NO_PARTS =
            Set.of("extensionElements", "laneSet", "childLaneSet", "BPMNDiagram", "DMNDI");
    /** They follow from the flows. */
    private static final Set<String> DERIVED = Set.of("incoming", "outgoing");

    private final Map<String, Element> parts = new LinkedHashMap<>();
    private final Map<Element, Element> parents;
    private final Map<String, Map<String, String>> picture = new HashMap<>();

    private Parts(Markup markup) {
        parents = markup.parents();
        markup.root().all().filter(this::isPart).forEach(element -> parts.putIfAbsent(element.id(), element));
        markup.root().all().forEach(this::drawn);
    }

    static Parts of(Markup markup) {
        return new Parts(markup);
    }

    Map<String, Element> all() {
        return parts;
    }

    Changes.Part part(String id) {
        Element element = known(id);
        return new Changes.Part(id, element.local(), element.attribute("name"));
    }

    /** Every property with its value, the picture's too. */
    Map<String, String> properties(String id) {
        Element element = known(id);
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("type", element.local());
        Element parent = parents.get(element);
        if (parent != null) {
            properties.put("parent", parent.id());
        }
        collect(element, "", properties);
        properties.putAll(picture.getOrDefault(id, Map.of()));
        return properties;
    }

    /** The rule and column of a cell. */
    String place(String id) {
        Element cell = known(id);
        Element rule = parents.get(cell);
        if (rule == null || !rule.local().equals("rule")) {
            return "";
        }
        String columns = cell.local().equals("inputEntry") ? "input" : "output";
        Element table = parents.get(rule);
        int index = rule.elements(cell.local()).toList().indexOf(cell);
        String label = (table == null ? Stream.<Element>empty() : table.elements(columns))
                .skip(index)
                .findFirst()
                .map(column ->
                        column.attribute("label").isEmpty() ? column.attribute("name") : column.attribute("label"))
                .orElse("");
        return "rule " + rule.id() + ", " + (label.isEmpty() ? columns + " " + (index + 1) : label);
    }

    private Element known(String id) {
        return Objects.requireNonNull(parts.get(id), id);
    }

    private boolean isPart(Element element) {
        Element parent = parents.get(element);
        return !element.id().isEmpty()
                && parent != null
                && HOLDERS.contains(parent.local())
                && !NO_PARTS.contains(element.local());
    }

    private void collect(Element element, String path, Map<String, String> properties) {
        element.attributes().forEach((name, value) -> {
            if (!name.local().equals("id")) {
                properties.put(path + name.local(), value);
            }
        });
        if (element.isLeaf() && !element.text().isBlank()) {
            properties.put(path.isEmpty() ? "text" : path.substring(0, path.length() - 1), element.text());
        }
        Map<String, Integer> counts = new HashMap<>();
        element.elements()
                .filter(child -> !DERIVED.contains(child.local()) && !isPart(child) && !isPicture(child))
                .forEach(child -> {
                    String step = step(child);
                    int count = counts.merge(step, 1, Integer::sum);
                    String at = path + (count == 1 ? step : step + " " + count);
                    if (child.attributes().isEmpty() && child.children().isEmpty() && !at.isEmpty()) {
                        properties.put(at, "there");
                    }
                    collect(child, child.local().equals("extensionElements") ? path : at + "/", properties);
                });
    }

    private static String step(Element child) {
        return switch (child.local()) {
            case "input", "output" -> named(child, "target");
            case "header" -> named(child, "key");
            case "property" -> named(child, "name");
            default -> child.local();
        };
    }

    private static String named(Element child, String attribute) {
        return (child.local() + " " + child.attribute(attribute)).strip();
    }

    private static boolean isPicture(Element element) {
        return element.local().equals("BPMNDiagram") || element.local().equals("DMNDI");
    }

    private void drawn(Element element) {
        String about = element.attribute("bpmnElement").isEmpty()
                ? element.attribute("dmnElementRef")
                : element.attribute("bpmnElement");
        String id = about.replaceFirst("^.*:", "");
        Map<String, String> seen = new LinkedHashMap<>();
        switch (element.local()) {
            case "BPMNShape", "DMNShape" -> {
                element.first("Bounds").ifPresent(bounds -> {
                    seen.put("position", bounds.attribute("x") + ", " + bounds.attribute("y"));
                    seen.put("size", bounds.attribute("width") + " x " + bounds.attribute("height"));
                });
                label(element, seen);
                looks(element, seen);
                picture.put(id, seen);
            }
            case "BPMNEdge", "DMNEdge" -> {
                seen.put(
                        "waypoints",
                        element.elements("waypoint")
                                .map(point -> point.attribute("x") + "," + point.attribute("y"))
                                .collect(Collectors.joining(" ")));
                label(element, seen);
                looks(element, seen);
                picture.put(id, seen);
            }
            default -> {
                // no part of the picture
            }
        }
    }

    private static void label(Element element, Map<String, String> seen) {
        element.first("BPMNLabel")
                .flatMap(label -> label.first("Bounds"))
                .ifPresent(bounds -> seen.put("label position", bounds.attribute("x") + ", " + bounds.attribute("y")));
    }

    private static void looks(Element element, Map<String, String> seen) {
        element.attributes().forEach((name, value) -> {
            if (!Set.of("id", "bpmnElement", "dmnElementRef").contains(name.local())) {
                seen.put("picture " + name.local(), value);
            }
        });
    }
}
