package io.tillflow.studio.play;

import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.markup.Markup;
import io.tillflow.studio.markup.Node.Element;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A process as far as playing it is concerned.
 *
 * @param tooNew why it cannot be played here; empty when it can
 */
public record Playable(
        ModelFile file,
        String processId,
        Set<String> elements,
        Set<String> flows,
        Set<String> silentFlows,
        String tooNew) {
    private static final Set<String> FLOW_NODES = Set.of(
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "task",
            "serviceTask",
            "userTask",
            "businessRuleTask",
            "scriptTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway");
    private static final int MINOR = 5;

    public static Playable of(ModelFile file) {
        Markup markup = Markup.parse(file.text());
        Element process = markup.root()
                .elements("process")
                .filter(it -> "true".equals(it.attribute("isExecutable")))
                .findFirst()
                .or(() -> markup.root().first("process"))
                .orElseThrow(() -> new ScenarioRefused(file.name() + " has no process to play."));
        List<Element> flows =
                process.all().filter(it -> it.local().equals("sequenceFlow")).toList();
        Set<String> choosers = ids(process, Set.of("eventBasedGateway"));
        return new Playable(
                file,
                process.id(),
                ids(process, FLOW_NODES),
                flows.stream().map(Element::id).collect(Collectors.toCollection(LinkedHashSet::new)),
                flows.stream()
                        .filter(it -> choosers.contains(it.attribute("sourceRef")))
                        .map(Element::id)
                        .collect(Collectors.toSet()),
                tooNew(markup));
    }

    /** Flows that count as taken; the engine records none between an event-based gateway and its events. */
    Set<String> countedFlows() {
        Set<String> counted = new LinkedHashSet<>(flows);
        counted.removeAll(silentFlows);
        return counted;
    }

    /** Where a token is when it depends on this element what happens next: a flow's source, a boundary event's host. */
    Set<String> neighbours(String id) {
        return Markup.parse(file.text())
                .root()
                .all()
                .filter(it -> it.id().equals(id))
                .flatMap(it -> java.util.stream.Stream.of(it.attribute("sourceRef"), it.attribute("attachedToRef")))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(Element process, Set<String> names) {
        return process.all()
                .filter(it -> names.contains(it.local()) && !it.id().isEmpty())
                .map(Element::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String tooNew(Markup markup) {
        String version = markup.root().attributes().entrySet().stream()
                .filter(it -> it.getKey().local().equals("executionPlatformVersion"))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse("8.5");
        String[] parts = version.split("\\.", -1);
        boolean newer = parts.length > 1
                && parts[0].equals("8")
                && parts[1].matches("\\d{1,3}")
                && Integer.parseInt(parts[1]) > MINOR;
        return newer ? "It is made for engine " + version + "; the sandbox is 8.5." : "";
    }
}
