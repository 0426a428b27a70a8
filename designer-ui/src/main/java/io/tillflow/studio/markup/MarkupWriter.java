package io.tillflow.studio.markup;

import io.tillflow.studio.markup.Node.Element;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes a tree in the one form every saved file has. */
final class MarkupWriter {
    private static final Map<String, String> USUAL = Map.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL", "bpmn",
            "http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi",
            "http://www.omg.org/spec/DD/20100524/DC", "dc",
            "http://www.omg.org/spec/DD/20100524/DI", "di",
            "http://www.w3.org/2001/XMLSchema-instance", "xsi",
            "http://camunda.org/schema/zeebe/1.0", "zeebe",
            "http://camunda.org/schema/modeler/1.0", "modeler");

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    private MarkupWriter() {}

    static String write(Markup markup) {
        MarkupWriter writer = new MarkupWriter();
        markup.before().forEach(node -> writer.outside(node, ""));
        writer.element(markup.root(), Map.of("xml", "http://www.w3.org/XML/1998/namespace"), "");
        writer.out.append('\n');
        markup.after().forEach(node -> writer.outside(node, ""));
        return writer.out.toString();
    }

    private void outside(Node node, String indent) {
        out.append(indent);
        other(node);
        out.append('\n');
    }

    private void element(Element element, Map<String, String> outer, String indent) {
        Map<String, String> scope = new HashMap<>(outer);
        scope.putAll(element.declarations());
        Map<String, String> declared = new LinkedHashMap<>(element.declarations());
        String tag = tag(element, scope, declared);
        Map<String, String> attributes = new LinkedHashMap<>();
        element.attributes()
                .forEach((name, value) -> attributes.put(
                        attribute(name, scope, declared),
                        name.equals(Name.TYPE) ? shortened(value, scope, declared) : value));
        out.append('<').append(tag);
        declared.forEach((prefix, space) -> attribute(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, space));
        attributes.forEach(this::attribute);
        if (element.children().isEmpty()) {
            out.append(" />");
            return;
        }
        out.append('>');
        content(element, scope, indent);
        out.append("</").append(tag).append('>');
    }

    private void content(Element element, Map<String, String> scope, String indent) {
        boolean mixed = element.children().stream().anyMatch(Node.Text.class::isInstance);
        for (Node child : element.children()) {
            if (!mixed) {
                out.append('\n').append(indent).append("  ");
            }
            if (child instanceof Element inner) {
                element(inner, scope, mixed ? "" : indent + "  ");
            } else {
                other(child);
            }
        }
        if (!mixed) {
            out.append('\n').append(indent);
        }
    }

    private void other(Node node) {
        switch (node) {
            case Node.Text(var value) -> out.append(escape(value).replace(">", "&gt;"));
            case Node.Comment(var value) -> out.append("<!--").append(value).append("-->");
            case Node.Instruction(var target, var data) ->
                out.append("<?").append(target).append(' ').append(data).append("?>");
            case Element element ->
                throw new IllegalStateException("expected no element here, but got " + element.local());
        }
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        out.append(escape(value).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;"));
        out.append('"');
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\r", "&#13;");
    }

    private static String tag(Element element, Map<String, String> scope, Map<String, String> declared) {
        String space = element.name().space();
        String prefix = space.equals(scope.getOrDefault(element.prefix(), ""))
                ? element.prefix()
                : prefix(space, true, scope, declared);
        return prefix.isEmpty() ? element.local() : prefix + ":" + element.local();
    }

    private static String attribute(Name name, Map<String, String> scope, Map<String, String> declared) {
        return name.space().isEmpty()
                ? name.local()
                : prefix(name.space(), false, scope, declared) + ":" + name.local();
    }

    private static String shortened(String value, Map<String, String> scope, Map<String, String> declared) {
        int end = value.indexOf('}');
        if (!value.startsWith("{") || end < 0) {
            return value;
        }
        String space = value.substring(1, end);
        if (space.isEmpty()) {
            return value.substring(end + 1);
        }
        String prefix = prefix(space, true, scope, declared);
        return prefix.isEmpty() ? value.substring(end + 1) : prefix + ":" + value.substring(end + 1);
    }

    private static String prefix(
            String space, boolean mayBeEmpty, Map<String, String> scope, Map<String, String> declared) {
        Optional<String> known = scope.entrySet().stream()
                .filter(entry -> entry.getValue().equals(space)
                        && (mayBeEmpty || !entry.getKey().isEmpty()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
        return known.orElseGet(() -> declare(space, scope, declared));
    }

    private static String declare(String space, Map<String, String> scope, Map<String, String> declared) {
        if (space.isEmpty()) {
            scope.put("", "");
            declared.put("", "");
            return "";
        }
        String prefix = USUAL.getOrDefault(space, "ns0");
        for (int i = 1; scope.containsKey(prefix); i++) {
            prefix = "ns" + i;
        }
        scope.put(prefix, space);
        declared.put(prefix, space);
        return prefix;
    }
}
