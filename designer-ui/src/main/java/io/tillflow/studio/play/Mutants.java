package io.tillflow.studio.play;

import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Name;
import io.tillflow.studio.markup.Node;
import io.tillflow.studio.markup.Node.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Builds mistakes into a process, one at a time: the ones that people make. */
final class Mutants {
    private static final Set<String> TASKS = Set.of(
            "task",
            "serviceTask",
            "userTask",
            "businessRuleTask",
            "scriptTask",
            "sendTask",
            "receiveTask",
            "callActivity");

    private final String source;
    private final Markup original;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(String source) {
        this.source = source;
        this.original = Markup.parse(source);
    }

    static List<Mutant> of(String source) {
        Mutants all = new Mutants(source);
        all.original.root().all().forEach(all::consider);
        return all.mutants;
    }

    private void consider(Element element) {
        switch (element.local()) {
            case "exclusiveGateway", "inclusiveGateway", "eventBasedGateway" -> swapped(element);
            case "boundaryEvent" ->
                change(
                        "dropped boundary event",
                        element.id(),
                        "without it",
                        copy -> drop(copy, copy.element(element.id())));
            case "conditionExpression", "timeDuration", "timeDate", "timeCycle" -> bound(element);
            default -> {
                if (TASKS.contains(element.local())) {
                    removed(element);
                }
            }
        }
    }

    /** Two neighbouring ways out of a gateway lead where the other did. */
    private void swapped(Element gateway) {
        if (gateway.local().equals("eventBasedGateway")) {
            return;
        }
        List<Element> out = flows(original, "sourceRef", gateway.id());
        for (int i = 0; i + 1 < out.size(); i++) {
            String one = out.get(i).id();
            String two = out.get(i + 1).id();
            change("swapped branch", gateway.id(), one + " and " + two, copy -> {
                Element first = copy.element(one);
                Element second = copy.element(two);
                String target = first.attribute("targetRef");
                lead(copy, first, second.attribute("targetRef"));
                lead(copy, second, target);
            });
        }
    }

    private void bound(Element expression) {
        String text = expression.text();
        Bounds.changed(expression.local(), text).forEach(changed -> {
            List<Element> places = original.root().all().toList();
            int index = places.indexOf(expression);
            change("changed bound", owner(expression), text + " becomes " + changed, copy -> {
                Element place = copy.root().all().toList().get(index);
                place.children().clear();
                place.children().add(new Node.Text(changed));
            });
        });
    }

    private void removed(Element task) {
        List<Element> out = flows(original, "sourceRef", task.id());
        if (out.size() != 1 || flows(original, "targetRef", task.id()).isEmpty()) {
            return;
        }
        change("removed task", task.id(), "gone, with what leads around it", copy -> {
            Element gone = copy.element(task.id());
            Element after = copy.element(out.getFirst().id());
            String next = after.attribute("targetRef");
            copy.root()
                    .all()
                    .filter(it -> task.id().equals(it.attribute("attachedToRef")))
                    .toList()
                    .forEach(it -> drop(copy, it));
            flows(copy, "targetRef", task.id()).forEach(flow -> lead(copy, flow, next));
            drop(copy, gone);
        });
    }

    private String owner(Element inner) {
        Map<Element, Element> parents = original.parents();
        Element current = inner;
        while (!Set.of("sequenceFlow", "boundaryEvent", "intermediateCatchEvent", "startEvent")
                .contains(current.local())) {
            current = Optional.ofNullable(parents.get(current)).orElseThrow();
        }
        return current.id();
    }

    private void change(String kind, String elementId, String what, Consumer<Markup> mistake) {
        Markup copy = Markup.parse(source);
        mistake.accept(copy);
        mutants.add(new Mutant(kind, elementId, what, copy.write()));
    }

    /** Takes an element away with the flows that leave it, and with their traces elsewhere. */
    private static void drop(Markup copy, Element element) {
        Set<String> gone = new java.util.HashSet<>(Set.of(element.id()));
        flows(copy, "sourceRef", element.id()).forEach(flow -> gone.add(flow.id()));
        copy.root()
                .all()
                .toList()
                .forEach(parent -> parent.children()
                        .removeIf(child -> child instanceof Element it
                                && (gone.contains(it.id())
                                        || gone.contains(it.attribute("bpmnElement"))
                                        || (it.isLeaf()
                                                && Set.of("incoming", "outgoing")
                                                        .contains(it.local())
                                                && gone.contains(it.text().strip())))));
    }

    private static void lead(Markup copy, Element flow, String target) {
        copy.element(flow.attribute("targetRef"))
                .children()
                .removeIf(child -> child instanceof Element it
                        && it.local().equals("incoming")
                        && it.text().strip().equals(flow.id()));
        Element incoming = new Element(new Name(flow.name().space(), "incoming"), flow.prefix());
        incoming.children().add(new Node.Text(flow.id()));
        Element node = copy.element(target);
        int place = 0;
        for (int i = 0; i < node.children().size(); i++) {
            if (node.children().get(i) instanceof Element it
                    && Set.of("documentation", "extensionElements", "incoming").contains(it.local())) {
                place = i + 1;
            }
        }
        node.children().add(place, incoming);
        flow.attributes().put(new Name("", "targetRef"), target);
    }

    private static List<Element> flows(Markup markup, String end, String id) {
        return markup.root()
                .all()
                .filter(it -> it.local().equals("sequenceFlow") && id.equals(it.attribute(end)))
                .toList();
    }
}
