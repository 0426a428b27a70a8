package io.tillflow.studio.conversion;

import io.tillflow.studio.conversion.Conversion.Line;
import io.tillflow.studio.markup.Name;
import io.tillflow.studio.markup.Node;
import io.tillflow.studio.markup.Node.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A file while it is converted: what was taken from it, what was put in its place, and what is to be said about it. */
final class Work {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
    static final Set<String> OLD = Set.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");

    private static final Pattern CHANGED = Pattern.compile("\\bloopCounter\\b|\\bnrOf\\w*Instances\\b");

    final List<Line> mapped = new ArrayList<>();
    final List<Line> dropped = new ArrayList<>();
    final List<Line> open = new ArrayList<>();

    void mapped(Element where, String message) {
        mapped.add(line(where, message));
    }

    void open(Element where, String message) {
        open.add(line(where, message));
    }

    static Line line(Element where, String message) {
        String name = where.attribute("name");
        return new Line(where.id(), name.isBlank() ? where.local() : name, message);
    }

    /** Takes an attribute of the old engine away. */
    static Optional<String> take(Element from, String local) {
        return OLD.stream()
                .map(space -> from.attributes().remove(new Name(space, local)))
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }

    /** Takes extension elements of the old engine away. */
    static List<Element> takeAll(Element from, String local) {
        List<Element> taken = new ArrayList<>();
        from.first("extensionElements").ifPresent(extensions -> {
            extensions.elements(local).filter(Work::isOld).forEach(taken::add);
            extensions.children().removeAll(taken);
        });
        return taken;
    }

    static boolean isOld(Element element) {
        return OLD.contains(element.name().space());
    }

    /** An element's own extension of the new engine, made when it is not there. */
    static Element zeebe(Element host, String local) {
        Element extensions = host.first("extensionElements").orElseGet(() -> {
            Element made = new Element(new Name(BPMN, "extensionElements"), host.prefix());
            int after = (int) host.children().stream()
                    .takeWhile(
                            it -> it instanceof Element first && first.local().equals("documentation"))
                    .count();
            host.children().add(after, made);
            return made;
        });
        return extensions
                .elements(local)
                .filter(it -> it.name().space().equals(ZEEBE))
                .findFirst()
                .orElseGet(() -> add(extensions, local));
    }

    static Element add(Element parent, String local) {
        Element made = new Element(new Name(ZEEBE, local), "zeebe");
        parent.children().add(made);
        return made;
    }

    static void set(Element element, String attribute, String value) {
        element.attributes().put(new Name("", attribute), value);
    }

    static void text(Element element, String text) {
        element.children().clear();
        element.children().add(new Node.Text(text));
    }

    /** A value as the new engine wants it: constants as they are, expressions in FEEL. */
    String value(Element where, String value) {
        return Juel.isExpression(value) ? feel(where, value) : value;
    }

    /** A value as FEEL, whatever it was. What has no counterpart stays readable, and no lint passes it. */
    String feel(Element where, String value) {
        if (!Juel.isExpression(value)) {
            return "=" + Juel.quoted(value);
        }
        if (CHANGED.matcher(value).find()) {
            open(
                    where,
                    value
                            + " counts rounds: loopCounter begins with 1 here, with Camunda 7 with 0, and the number of instances"
                            + " is known to the completion condition alone: look whether it is right.");
        }
        Optional<String> feel = Juel.feel(value);
        if (feel.isEmpty()) {
            open(where, "The expression " + value + " has no counterpart in FEEL: write it anew.");
        }
        return "=" + feel.orElse(value);
    }
}
