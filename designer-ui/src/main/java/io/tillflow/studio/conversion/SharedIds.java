package io.tillflow.studio.conversion;

import io.tillflow.studio.conversion.Conversion.Line;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Name;
import io.tillflow.studio.markup.Node;
import io.tillflow.studio.markup.Node.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Ids that several elements of a process have, which the standard forbids: the engine refuses such a file, and libraries keep the
 * first of them only. Each can be given an id of its own.
 */
public final class SharedIds {
    private static final Set<String> STANDARD = Set.of(Work.BPMN, "http://www.omg.org/spec/BPMN/20100524/DI");
    private static final Name ID = new Name("", "id");
    private static final Pattern REFERS =
            Pattern.compile(".*Refs?|bpmnElement|default|calledElement|incoming|outgoing");

    private final Markup file;
    private final Map<Element, Element> parents;
    private final Set<String> taken;
    private final List<Line> lines = new ArrayList<>();

    private SharedIds(Markup file) {
        this.file = file;
        this.parents = file.parents();
        this.taken = file.ids();
    }

    /** Elements by the id that they share; extensions of others may name things as they like. */
    public static Map<String, List<Element>> in(Markup file) {
        Map<String, List<Element>> found = file.root()
                .all()
                .filter(it -> STANDARD.contains(it.name().space()) && !it.id().isEmpty())
                .collect(Collectors.groupingBy(Element::id, LinkedHashMap::new, Collectors.toList()));
        found.values().removeIf(it -> it.size() < 2);
        return found;
    }

    /** A guarded file with an id of its own for each element; nothing where that is so already. */
    public static Optional<Conversion> apart(String xml) {
        Markup file = Markup.parse(xml);
        Map<String, List<Element>> shared = in(file);
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        SharedIds work = new SharedIds(file);
        shared.forEach(work::part);
        return Optional.of(new Conversion(file.write(), work.lines, List.of(), List.of()));
    }

    /** What others call keeps its id: a process, or else the first. */
    private void part(String id, List<Element> sharing) {
        Element first = sharing.stream()
                .filter(it -> it.local().equals("process"))
                .findFirst()
                .orElse(sharing.getFirst());
        List<Element> pictures = referring(file.root(), id).stream()
                .filter(it -> it.local().matches("BPMN(Shape|Edge)"))
                .toList();
        boolean drawnEach = pictures.size() == sharing.size();
        for (int i = 0; i < sharing.size(); i++) {
            Element element = sharing.get(i);
            if (element != first) {
                String own = own(id);
                element.attributes().put(ID, own);
                refer(element, first, id, own);
                if (drawnEach) {
                    pictures.get(i).attributes().put(new Name("", "bpmnElement"), own);
                }
                lines.add(Work.line(element, "Its id \"" + id + "\" is another's, too: it is \"" + own + "\" now."));
            }
        }
    }

    private String own(String id) {
        int n = 2;
        while (!taken.add(id + "_" + n)) {
            n++;
        }
        return id + "_" + n;
    }

    /** What refers to it: all around it that the first is no part of, and where it is a flow, its two ends. */
    private void refer(Element element, Element first, String id, String own) {
        Element around = element;
        for (Element next = parents.get(around); next != null && !holds(next, first); next = parents.get(around)) {
            around = next;
        }
        around.all().filter(it -> it != element).toList().forEach(it -> refer(it, id, own));
        if (element.local().equals("sequenceFlow")) {
            end(element.attribute("sourceRef"), "outgoing", id, own);
            end(element.attribute("targetRef"), "incoming", id, own);
        }
    }

    private static void refer(Element element, String id, String own) {
        element.attributes().replaceAll((name, value) -> value.equals(id) && refers(name.local()) ? own : value);
        if (isText(id).test(element)) {
            say(element, own);
        }
    }

    /** Of two flows between the same steps the last one that is named there. */
    private void end(String node, String way, String id, String own) {
        file.root()
                .all()
                .filter(it -> it.id().equals(node))
                .findFirst()
                .flatMap(it -> it.elements(way).filter(isText(id)).reduce((former, last) -> last))
                .ifPresent(it -> say(it, own));
    }

    private static void say(Element element, String text) {
        element.children().clear();
        element.children().add(new Node.Text(text));
    }

    private static Predicate<Element> isText(String id) {
        return it -> refers(it.local()) && it.isLeaf() && it.text().strip().equals(id);
    }

    private static List<Element> referring(Element root, String id) {
        return root.all().filter(it -> it.attribute("bpmnElement").equals(id)).toList();
    }

    private static boolean refers(String name) {
        return REFERS.matcher(name).matches();
    }

    private static boolean holds(Element scope, Element element) {
        return scope.all().anyMatch(it -> it == element);
    }
}
