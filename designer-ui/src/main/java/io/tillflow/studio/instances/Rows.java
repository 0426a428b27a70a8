package io.tillflow.studio.instances;

import io.tillflow.engine.history.Count;
import io.tillflow.engine.history.Definitions;
import io.tillflow.engine.history.Definitions.ProcessVersion;
import io.tillflow.engine.history.Durations;
import io.tillflow.engine.history.InstanceFilter;
import io.tillflow.engine.history.InstanceRow;
import io.tillflow.engine.history.Instances;
import io.tillflow.engine.history.Page;
import io.tillflow.engine.history.Token;
import io.tillflow.engine.history.Usual;
import io.tillflow.engine.model.ProcessModel;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Instances with names in place of ids, as lists show them. */
@Service
public class Rows {

    static final int CAP = 10_000;

    private final Instances instances;
    private final Durations durations;
    private final Definitions definitions;
    private final DeployedModels models;
    private final Clock clock;

    Rows(Instances instances, Durations durations, Definitions definitions, DeployedModels models, Clock clock) {
        this.instances = instances;
        this.durations = durations;
        this.definitions = definitions;
        this.models = models;
        this.clock = clock;
    }

    /** Where an instance stands, in words. */
    public record Place(
            String elementId,
            String label,
            String type,
            Instant since,
            Optional<Usual.Typical> usual,
            boolean failed) {}

    /** One row. */
    public record Row(InstanceRow facts, String process, List<Place> places) {}

    /** A page of rows. How many match in all is another question, which no list waits for. */
    public record Listing(List<Row> rows, Optional<String> next) {}

    /** How many match, and when that was counted. */
    public record Counted(Count count, Instant at) {}

    /** A process to filter by. */
    public record Choice(String processId, String name, List<ProcessVersion> versions) {}

    public Listing list(Parameters wanted, Optional<String> cursor, int limit) {
        Page<InstanceRow> page = instances.page(wanted.filter(), wanted.order(), cursor, limit);
        Usual usual = durations.usual();
        List<Row> rows = page.rows().stream().map(it -> row(it, usual)).toList();
        return new Listing(rows, page.next());
    }

    public Counted counted(InstanceFilter filter) {
        return new Counted(count(filter), clock.instant());
    }

    public Count count(InstanceFilter filter) {
        return instances.count(filter, CAP);
    }

    /** Whether nothing ever ran. */
    public boolean none() {
        return instances.count(InstanceFilter.ALL, 1).value() == 0;
    }

    /** The processes that were ever deployed, by name. */
    public List<Choice> choices() {
        return definitions.processes().stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        ProcessVersion::processId, java.util.TreeMap::new, java.util.stream.Collectors.toList()))
                .entrySet()
                .stream()
                .map(it -> new Choice(it.getKey(), model(it.getValue()).title(), it.getValue()))
                .toList();
    }

    /** The steps of the newest version of a process, in their order. */
    public List<ProcessModel.Element> steps(String processId) {
        return choices().stream()
                .filter(it -> it.processId().equals(processId))
                .findFirst()
                .map(it -> model(it.versions()).inOrder())
                .orElse(List.of());
    }

    private ProcessModel model(List<ProcessVersion> newestFirst) {
        ProcessVersion newest = newestFirst.getFirst();
        return models.process(newest.key(), newest.processId());
    }

    private Row row(InstanceRow facts, Usual usual) {
        ProcessModel model = models.process(
                facts.instance().definitionKey(), facts.instance().processId());
        List<Place> places = facts.tokens().stream()
                .map(token -> place(token, model, facts, usual))
                .toList();
        return new Row(facts, model.title(), places);
    }

    private static Place place(Token token, ProcessModel model, InstanceRow facts, Usual usual) {
        return new Place(
                token.elementId(),
                model.label(token.elementId()),
                token.elementType(),
                token.since(),
                usual.of(facts.instance().processId(), token.elementId()),
                token.failed());
    }
}
