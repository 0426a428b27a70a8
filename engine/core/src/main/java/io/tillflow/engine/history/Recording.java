package io.tillflow.engine.history;

import io.tillflow.engine.history.Facts.Calls;
import io.tillflow.engine.history.Facts.Element;
import io.tillflow.engine.history.Facts.ElementState;
import io.tillflow.engine.history.Facts.Everything;
import io.tillflow.engine.history.Facts.Flow;
import io.tillflow.engine.history.Facts.Incident;
import io.tillflow.engine.history.Facts.Job;
import io.tillflow.engine.history.Facts.Variable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.NullNode;

/**
 * An instance with all its changes, so that it can be looked at as it was. Time is told in milliseconds, as the engine does:
 * what happened within the same one happened at once.
 */
public record Recording(Everything now, List<Taking> takings, List<Change> changes) {

    private static final Set<String> WORK =
            Set.of("SERVICE_TASK", "SEND_TASK", "SCRIPT_TASK", "BUSINESS_RULE_TASK", "CALL_ACTIVITY");

    /** A sequence flow that was taken. */
    public record Taking(String elementId, Instant at) {}

    /** A variable that got a value. */
    public record Change(Variable variable) {}

    public Recording {
        takings = List.copyOf(takings);
        changes = List.copyOf(changes);
    }

    /** The instance as of an instant; what it waited for then is not kept. */
    public Everything at(Instant at) {
        List<Element> elements = elements(at);
        List<Incident> incidents = incidents(at);
        List<Token> tokens = tokens(elements, incidents);
        return new Everything(
                instance(at, tokens),
                tokens,
                elements,
                flows(at),
                variables(at),
                jobs(at),
                incidents,
                now.decisions().stream()
                        .filter(it -> !it.evaluatedAt().isAfter(at))
                        .toList(),
                List.of(),
                calls(at));
    }

    /** What it had called by then; how far those were is on their own pages. */
    private Calls calls(Instant at) {
        return new Calls(
                now.calls().caller(),
                now.calls().called().stream()
                        .filter(it -> !it.instance().startedAt().isAfter(at))
                        .toList());
    }

    private Instance instance(Instant at, List<Token> tokens) {
        Instance last = now.instance();
        boolean ended = last.endedAt().filter(it -> !it.isAfter(at)).isPresent();
        int failed = (int) tokens.stream().filter(Token::failed).count();
        InstanceState state = ended
                ? last.state()
                : failed > 0
                        ? InstanceState.INCIDENT
                        : tokens.stream().anyMatch(it -> WORK.contains(it.elementType()))
                                ? InstanceState.RUNNING
                                : InstanceState.WAITING;
        return new Instance(
                last.key(),
                last.definitionKey(),
                last.processId(),
                last.version(),
                state,
                last.businessKey(),
                last.startedAt(),
                ended ? last.endedAt() : Optional.empty(),
                failed,
                last.parentKey());
    }

    private List<Element> elements(Instant at) {
        return now.elements().stream()
                .filter(it -> !it.startedAt().isAfter(at))
                .map(it -> it.endedAt().filter(end -> end.isAfter(at)).isPresent() ? reopened(it) : it)
                .toList();
    }

    private static Element reopened(Element element) {
        return new Element(
                element.key(),
                element.elementId(),
                element.elementType(),
                element.scopeKey(),
                ElementState.ACTIVE,
                element.startedAt(),
                Optional.empty());
    }

    private List<Incident> incidents(Instant at) {
        return now.incidents().stream()
                .filter(it -> !it.createdAt().isAfter(at))
                .map(it -> it.resolvedAt().filter(end -> end.isAfter(at)).isPresent() ? reopened(it) : it)
                .toList();
    }

    private static Incident reopened(Incident incident) {
        return new Incident(
                incident.key(),
                incident.processInstanceKey(),
                incident.elementInstanceKey(),
                incident.elementId(),
                incident.jobKey(),
                incident.errorType(),
                incident.message(),
                true,
                incident.createdAt(),
                Optional.empty());
    }

    private List<Token> tokens(List<Element> elements, List<Incident> incidents) {
        List<Element> active = elements.stream()
                .filter(it -> it.state() == ElementState.ACTIVE)
                .toList();
        Set<Long> scopes = active.stream()
                .map(Element::scopeKey)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .collect(Collectors.toSet());
        Set<Long> failed = incidents.stream()
                .filter(Incident::open)
                .map(Incident::elementInstanceKey)
                .collect(Collectors.toSet());
        return active.stream()
                .filter(it -> !scopes.contains(it.key()))
                .map(it -> new Token(
                        it.key(),
                        now.instance().key(),
                        it.elementId(),
                        it.elementType(),
                        it.startedAt(),
                        failed.contains(it.key())))
                .sorted(Comparator.comparing(Token::failed)
                        .reversed()
                        .thenComparing(Token::since)
                        .thenComparingLong(Token::elementInstanceKey))
                .toList();
    }

    private List<Flow> flows(Instant at) {
        Map<String, List<Taking>> taken = takings.stream()
                .filter(it -> !it.at().isAfter(at))
                .collect(Collectors.groupingBy(Taking::elementId, LinkedHashMap::new, Collectors.toList()));
        List<Flow> flows = new ArrayList<>();
        taken.forEach((id, times) -> flows.add(new Flow(id, times.getFirst().at(), times.size())));
        return flows;
    }

    private record Name(long scopeKey, String name) {}

    /** The last value each had; one whose changes are not recorded is shown from when it was last set. */
    private List<Variable> variables(Instant at) {
        Map<Name, Variable> values = new LinkedHashMap<>();
        now.variables().stream()
                .filter(it -> !it.updatedAt().isAfter(at))
                .forEach(it -> values.put(new Name(it.scopeKey(), it.name()), it));
        changes.stream()
                .map(Change::variable)
                .filter(it -> !it.updatedAt().isAfter(at))
                .forEach(it -> values.put(new Name(it.scopeKey(), it.name()), it));
        long root = now.instance().key();
        return values.values().stream()
                .sorted(Comparator.comparing((Variable it) -> it.scopeKey() != root)
                        .thenComparing(Variable::name)
                        .thenComparingLong(Variable::scopeKey))
                .toList();
    }

    private List<Job> jobs(Instant at) {
        return now.jobs().stream()
                .filter(it -> !it.createdAt().isAfter(at))
                .map(it -> it.endedAt().filter(end -> !end.isAfter(at)).isPresent() ? it : unfinished(it))
                .toList();
    }

    /** A job as it came up; tries in between are not kept. */
    private static Job unfinished(Job job) {
        return new Job(
                job.key(),
                job.elementInstanceKey(),
                job.elementId(),
                job.type(),
                "CREATED",
                job.retries(),
                "",
                "",
                "",
                job.headers(),
                NullNode.getInstance(),
                job.createdAt(),
                Optional.empty());
    }
}
