package io.tillflow.studio.documents;

import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every element of a process: what it is, what was written about it, what it reads, gives, waits for and leads to. */
final class ProcessChapter {
    private static final Set<String> SKIPPED = Set.of("sequenceFlow", "laneSet", "association");

    private final Markup markup;
    private final Html html;
    private final Map<String, Element> byId;
    private final Map<Element, Element> parents;

    ProcessChapter(Markup markup, Html html) {
        this.markup = markup;
        this.html = html;
        this.byId = markup.byId();
        this.parents = markup.parents();
    }

    void write() {
        List<Element> elements = markup.root()
                .elements("process")
                .flatMap(Element::all)
                .filter(this::isPart)
                .toList();
        html.element("h2", "Elements").raw("<nav aria-label=\"Elements\"><ol>\n");
        elements.forEach(it ->
                html.raw("<li><a href=\"#" + Html.escaped(it.id()) + "\">" + Html.escaped(name(it)) + "</a></li>\n"));
        html.raw("</ol></nav>\n");
        elements.forEach(this::element);
    }

    private boolean isPart(Element element) {
        Element parent = parents.get(element);
        return parent != null
                && Set.of("process", "subProcess", "transaction", "adHocSubProcess")
                        .contains(parent.local())
                && !element.id().isEmpty()
                && !SKIPPED.contains(element.local());
    }

    private void element(Element element) {
        html.element("h3", "id=\"" + Html.escaped(element.id()) + "\"", name(element));
        html.element("p", "class=\"meta\"", kind(element) + " · " + element.id() + within(element));
        html.paragraphs(element.first("documentation").map(Element::text).orElse(""));
        html.paragraphs(element.first("text").map(Element::text).orElse(""));
        html.table(List.of("What", "Value"), facts(element));
        html.table(List.of("Reads", "From"), mappings(element, "input"));
        html.table(List.of("Keeps", "From"), mappings(element, "output"));
        html.table(List.of("Leads to", "When"), ways(element));
    }

    private String within(Element element) {
        Element parent = parents.get(element);
        String host = element.attribute("attachedToRef");
        if (!host.isEmpty()) {
            return " · at " + nameOf(host);
        }
        return parent != null && !parent.local().equals("process") ? " · inside " + name(parent) : "";
    }

    private List<List<String>> facts(Element element) {
        List<List<String>> facts = new ArrayList<>();
        below(element).forEach(it -> {
            switch (it.local()) {
                case "taskDefinition" -> {
                    fact(facts, "Worker", it.attribute("type"));
                    fact(facts, "Tries", it.attribute("retries"));
                }
                case "header" -> fact(facts, it.attribute("key"), it.attribute("value"));
                case "calledDecision" -> {
                    fact(facts, "Decision", it.attribute("decisionId"));
                    fact(facts, "Result", it.attribute("resultVariable"));
                }
                case "calledElement" -> fact(facts, "Process", it.attribute("processId"));
                case "formDefinition" -> fact(facts, "Form", it.attribute("formId"));
                case "assignmentDefinition" -> {
                    fact(facts, "Person", it.attribute("assignee"));
                    fact(facts, "Groups", it.attribute("candidateGroups"));
                }
                case "taskSchedule" -> fact(facts, "Due", it.attribute("dueDate"));
                case "timeDuration", "timeDate", "timeCycle" -> fact(facts, "Time", it.text());
                case "script" -> fact(facts, "Expression", it.attribute("expression"));
                case "loopCharacteristics" -> fact(facts, "For each of", it.attribute("inputCollection"));
                case "messageEventDefinition", "receiveTask" -> message(facts, it.attribute("messageRef"));
                case "errorEventDefinition" -> named(facts, "Error", it.attribute("errorRef"), "errorCode");
                case "signalEventDefinition" -> named(facts, "Signal", it.attribute("signalRef"), "name");
                case "escalationEventDefinition" ->
                    named(facts, "Escalation", it.attribute("escalationRef"), "escalationCode");
                default -> {
                    // says nothing to a reader
                }
            }
        });
        if (element.local().equals("receiveTask")) {
            message(facts, element.attribute("messageRef"));
        }
        return facts;
    }

    /** What belongs to the element itself and not to what is drawn inside it. */
    private Stream<Element> below(Element element) {
        return element.elements().filter(it -> !isPart(it)).flatMap(it -> Stream.concat(Stream.of(it), below(it)));
    }

    private void message(List<List<String>> facts, String reference) {
        named(facts, "Message", reference, "name");
        Element message = byId.get(local(reference));
        if (message != null) {
            message.all()
                    .filter(it -> it.local().equals("subscription"))
                    .forEach(it -> fact(facts, "For", it.attribute("correlationKey")));
        }
    }

    private void named(List<List<String>> facts, String what, String reference, String attribute) {
        Element named = byId.get(local(reference));
        if (named != null) {
            fact(facts, what, named.attribute(attribute));
        }
    }

    private static void fact(List<List<String>> facts, String what, String value) {
        if (!value.isBlank()) {
            facts.add(List.of(what, value.strip()));
        }
    }

    private List<List<String>> mappings(Element element, String direction) {
        return below(element)
                .filter(it ->
                        it.local().equals(direction) && !it.attribute("target").isEmpty())
                .map(it -> List.of(it.attribute("target"), it.attribute("source")))
                .toList();
    }

    private List<List<String>> ways(Element element) {
        return markup.root()
                .all()
                .filter(it -> it.local().equals("sequenceFlow")
                        && it.attribute("sourceRef").equals(element.id()))
                .map(flow -> List.of(nameOf(flow.attribute("targetRef")), condition(element, flow)))
                .toList();
    }

    private static String condition(Element source, Element flow) {
        String condition = flow.first("conditionExpression").map(Element::text).orElse("");
        String otherwise = source.attribute("default").equals(flow.id()) ? "otherwise" : "";
        return Stream.of(flow.attribute("name"), condition.isEmpty() ? otherwise : condition)
                .filter(it -> !it.isBlank())
                .distinct()
                .reduce((a, b) -> a + ": " + b)
                .orElse("always");
    }

    private String nameOf(String id) {
        Element element = byId.get(id);
        return element == null ? id : name(element);
    }

    private static String name(Element element) {
        String name = element.attribute("name");
        return name.isBlank() ? element.id() : name.strip();
    }

    private static String kind(Element element) {
        String event = element.elements()
                .map(Element::local)
                .filter(it -> it.endsWith("EventDefinition"))
                .findFirst()
                .map(it -> words(it.replace("EventDefinition", "")) + " ")
                .orElse("");
        String kind = event + words(element.local());
        return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    }

    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static String local(String reference) {
        return reference.substring(reference.indexOf(':') + 1).replaceFirst("^.*}", "");
    }
}
