package io.tillflow.studio.conversion;

import io.tillflow.studio.markup.Name;
import io.tillflow.studio.markup.Node.Element;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Messages and signals: names in FEEL, and which of them must say whose instance they are for. */
final class Messages {

    private final Work work;

    Messages(Work work) {
        this.work = work;
    }

    void convert(Element root) {
        Map<String, Element> messages =
                root.elements("message").collect(Collectors.toMap(Element::id, it -> it, (one, other) -> one));
        messages.values().forEach(it -> {
            if (Juel.isExpression(it.attribute("name"))) {
                it.attributes().put(new Name("", "name"), work.feel(it, it.attribute("name")));
            }
        });
        root.elements("signal")
                .filter(it -> Juel.isExpression(it.attribute("name")))
                .forEach(it -> {
                    it.attributes().put(new Name("", "name"), work.feel(it, it.attribute("name")));
                    work.mapped(it, "The name is " + it.attribute("name") + ".");
                });
        root.elements("process").forEach(process -> heardIn(process, messages));
    }

    private void heardIn(Element process, Map<String, Element> messages) {
        List<Element> starts = process.elements("startEvent").toList();
        process.all()
                .filter(it -> it.local().equals("receiveTask") || (catches(it) && !starts.contains(it)))
                .forEach(it -> {
                    String id = it.local().equals("receiveTask")
                            ? it.attribute("messageRef")
                            : it.first("messageEventDefinition")
                                    .map(event -> event.attribute("messageRef"))
                                    .orElse("");
                    Element message = messages.get(id);
                    String name = message == null ? "without a name" : message.attribute("name");
                    work.open(
                            it,
                            "The message " + name
                                    + " needs a correlation key: an expression for what it has in common with its instance.");
                });
    }

    private static boolean catches(Element element) {
        return switch (element.local()) {
            case "intermediateCatchEvent", "boundaryEvent", "startEvent" ->
                element.first("messageEventDefinition").isPresent();
            default -> false;
        };
    }
}
