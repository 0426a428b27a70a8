package io.tillflow.studio.conversion;

import io.tillflow.studio.conversion.Conversion.Line;
import io.tillflow.studio.markup.Name;
import io.tillflow.studio.markup.Node.Element;
import java.util.Set;

/** Expressions of the old engine that nothing converted: here they are texts like any other, so somebody has to know. */
final class Literals {

    private static final Set<String> TEXTS = Set.of("documentation", "script", "text");

    private final Work work;

    Literals(Work work) {
        this.work = work;
    }

    void check(Element element, Element where) {
        Element nearest = element.id().isEmpty() ? where : element;
        boolean known = element.name().space().equals(Work.BPMN)
                || element.name().space().equals(Work.ZEEBE);
        if (!known || TEXTS.contains(element.local())) {
            return;
        }
        element.attributes().forEach((name, value) -> {
            if (name.space().isEmpty() && !isCaption(element, name)) {
                say(nearest, value);
            }
        });
        say(nearest, element.text().strip());
        element.elements().forEach(it -> check(it, nearest));
    }

    /** Names are read by people, except of what is told apart by its name. */
    private static boolean isCaption(Element element, Name name) {
        return name.local().equals("name") && !Set.of("message", "signal").contains(element.local());
    }

    private void say(Element where, String value) {
        String old = value.startsWith("=") ? value.substring(1) : value;
        if (Juel.isExpression(old) && work.open.stream().map(Line::message).noneMatch(it -> it.contains(old))) {
            work.open(where, old + " is evaluated no more, it is a text here: write it anew.");
        }
    }
}
