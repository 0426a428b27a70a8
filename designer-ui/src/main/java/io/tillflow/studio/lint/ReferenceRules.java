package io.tillflow.studio.lint;

import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node.Element;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Whether what a process relies on is there: decisions, forms, called processes, senders of messages, catchers of errors, ways out of waits. */
final class ReferenceRules {
    private static final Set<String> SCOPES = Set.of("subProcess", "transaction", "adHocSubProcess", "process");

    private final String file;
    private final Landscape landscape;
    private final Batch batch;
    private final Markup markup;
    private final Map<Element, Element> parents;
    private final List<Finding> findings = new ArrayList<>();

    private ReferenceRules(String file, String xml, Landscape landscape, Batch batch) {
        this.file = file;
        this.landscape = landscape;
        this.batch = batch;
        this.markup = Markup.parse(xml);
        this.parents = markup.parents();
    }

    static List<Finding> check(String file, String xml, Landscape landscape, Batch batch) {
        ReferenceRules rules = new ReferenceRules(file, xml, landscape, batch);
        rules.markup.root().all().forEach(rules::look);
        return rules.findings;
    }

    private void look(Element element) {
        switch (element.local()) {
            case "calledDecision" ->
                exists(element, "decisionId", Landscape.Thing.DECISION, "decision-missing", "decision");
            case "formDefinition" -> exists(element, "formId", Landscape.Thing.FORM, "form-missing", "form");
            case "calledElement" ->
                exists(element, "processId", Landscape.Thing.PROCESS, "called-process-missing", "process");
            case "messageEventDefinition" -> message(element);
            case "receiveTask" -> message(element);
            case "errorEventDefinition" -> error(element);
            default -> {
                // says nothing about anything outside of it
            }
        }
        wait(element);
    }

    private void exists(Element element, String attribute, Landscape.Thing thing, String rule, String word) {
        String id = element.attribute(attribute);
        if (id.isEmpty() || id.startsWith("=") || batch.has(thing, id) || landscape.has(thing, id)) {
            return;
        }
        findings.add(Finding.error(
                file,
                owner(element),
                rule,
                "There is no " + word + " \"" + id + "\", neither here nor saved nor deployed."));
    }

    private void message(Element element) {
        Element event = element.local().equals("receiveTask") ? element : Objects.requireNonNull(parents.get(element));
        // what starts an automation may come from outside for the first time; what a running one waits for may not
        boolean asksNobody =
                Set.of("endEvent", "intermediateThrowEvent", "startEvent").contains(event.local());
        String name = named(element.attribute("messageRef"));
        if (!asksNobody && !name.isEmpty() && !name.startsWith("=") && !batch.sends(name) && !landscape.isSent(name)) {
            findings.add(Finding.warning(
                    file,
                    owner(element),
                    "message-without-sender",
                    "Nobody is known to send the message \"" + name + "\"."));
        }
    }

    private String named(String reference) {
        String id = reference.replaceFirst("^.*:", "");
        return markup.root()
                .all()
                .filter(it -> it.local().equals("message") && it.id().equals(id) && !id.isEmpty())
                .findFirst()
                .map(it -> it.attribute("name"))
                .orElse("");
    }

    /** An error that is thrown must be caught around it; one that is caught must be thrown by somebody. */
    private void error(Element definition) {
        Element event = Objects.requireNonNull(parents.get(definition));
        String code = code(definition);
        if (code.isEmpty() || code.startsWith("=")) {
            return;
        }
        if (event.local().equals("endEvent") && !isCaught(event, code)) {
            findings.add(Finding.warning(
                    file,
                    owner(definition),
                    "error-uncaught",
                    "Nothing around this event catches the error \"" + code + "\"."));
        }
        boolean catches = event.local().equals("boundaryEvent") || event.local().equals("startEvent");
        if (catches && !isThrownHere(code) && !landscape.has(Landscape.Thing.ERROR, code)) {
            findings.add(Finding.warning(
                    file,
                    owner(definition),
                    "error-without-thrower",
                    "Nobody is known to throw the error \"" + code + "\"."));
        }
    }

    private String code(Element definition) {
        String id = definition.attribute("errorRef").replaceFirst("^.*:", "");
        return markup.root()
                .elements("error")
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(it -> it.attribute("errorCode"))
                .orElse("");
    }

    private boolean isThrownHere(String code) {
        return markup.root()
                .all()
                .filter(it -> it.local().equals("errorEventDefinition") && code(it).equals(code))
                .anyMatch(it -> Objects.requireNonNull(parents.get(it)).local().equals("endEvent"));
    }

    private boolean isCaught(Element event, String code) {
        for (Element scope = parents.get(event); scope != null; scope = parents.get(scope)) {
            Element current = scope;
            Stream<Element> borders = markup.root()
                    .all()
                    .filter(it -> it.local().equals("boundaryEvent")
                            && it.attribute("attachedToRef").equals(current.id()));
            Stream<Element> inside = scope.elements("subProcess")
                    .filter(it -> it.attribute("triggeredByEvent").equals("true") && it != event)
                    .flatMap(it -> it.elements("startEvent"));
            boolean caught = Stream.concat(borders, inside)
                    .flatMap(it -> it.elements("errorEventDefinition"))
                    .anyMatch(it -> it.attribute("errorRef").isEmpty() || code(it).equals(code));
            if (caught) {
                return true;
            }
        }
        return false;
    }

    /** A wait for a message needs a limit, or something around it that ends it. */
    private void wait(Element element) {
        boolean waits = switch (element.local()) {
            case "intermediateCatchEvent" ->
                element.first("messageEventDefinition").isPresent() && !followsChoice(element);
            case "receiveTask" -> true;
            case "eventBasedGateway" ->
                targets(element)
                        .noneMatch(it -> it.first("timerEventDefinition").isPresent());
            default -> false;
        };
        if (waits && !hasWayOut(element)) {
            findings.add(Finding.warning(
                    file,
                    element.id(),
                    "wait-without-limit",
                    "If the message never comes, the instance waits for ever: give it a time limit."));
        }
    }

    private boolean followsChoice(Element event) {
        return flows("targetRef", event.id())
                .anyMatch(flow -> markup.root()
                        .all()
                        .anyMatch(it -> it.local().equals("eventBasedGateway")
                                && it.id().equals(flow.attribute("sourceRef"))));
    }

    private Stream<Element> targets(Element gateway) {
        Set<String> ids = new HashSet<>(flows("sourceRef", gateway.id())
                .map(it -> it.attribute("targetRef"))
                .toList());
        return markup.root().all().filter(it -> ids.contains(it.id()));
    }

    private Stream<Element> flows(String end, String id) {
        return markup.root()
                .all()
                .filter(it ->
                        it.local().equals("sequenceFlow") && it.attribute(end).equals(id));
    }

    private boolean hasWayOut(Element element) {
        for (Element scope = element; scope != null; scope = parents.get(scope)) {
            String id = scope.id();
            boolean interrupted = markup.root()
                    .all()
                    .anyMatch(it -> it.local().equals("boundaryEvent")
                            && it.attribute("attachedToRef").equals(id)
                            && !it.attribute("cancelActivity").equals("false")
                            && it.elements()
                                    .anyMatch(part -> part.local().matches("(timer|message|signal)EventDefinition")));
            boolean ended = SCOPES.contains(scope.local())
                    && scope.elements("subProcess")
                            .anyMatch(it -> it.attribute("triggeredByEvent").equals("true"));
            if (interrupted || ended) {
                return true;
            }
        }
        return false;
    }

    private String owner(Element inner) {
        Element current = inner;
        while (current.id().isEmpty() || current.local().endsWith("EventDefinition")) {
            current = Objects.requireNonNull(parents.get(current));
        }
        return current.id();
    }
}
