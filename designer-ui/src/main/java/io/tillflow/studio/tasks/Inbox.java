package io.tillflow.studio.tasks;

import io.tillflow.engine.UserTasks;
import io.tillflow.engine.history.OpenTask;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.instances.DeployedModels;
import io.tillflow.studio.tasks.InboxStore.Counts;
import io.tillflow.studio.tasks.InboxStore.Entry;
import io.tillflow.studio.tasks.InboxStore.Spot;
import io.tillflow.studio.tasks.InboxStore.Word;
import io.tillflow.studio.tasks.TaskQuery.Asker;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds tasks among all that are open, a page at a time. */
@Service
public class Inbox {

    private final InboxStore store;
    private final UserTasks tasks;
    private final DeployedModels models;
    private final JsonMapper json;
    private final Clock clock;

    Inbox(InboxStore store, UserTasks tasks, DeployedModels models, JsonMapper json, Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.models = models;
        this.json = json;
        this.clock = clock;
    }

    /** One page; next leads to the one after it. */
    record Found(List<Task> tasks, Optional<String> next) {}

    /** What there is to narrow by: processes with their names, and groups. */
    record Offers(Map<String, String> processes, Set<String> groups) {}

    /** The most pressing of all, for who has no inbox open. */
    public List<Task> mostPressing(int most) {
        return list(TaskQuery.ALL, new Asker("", Set.of(), clock.instant()), Optional.empty(), most)
                .tasks();
    }

    /** How many are open, and how many of them nobody has. */
    public Summary summary() {
        Counts counts = counts(TaskQuery.ALL, new Asker("", Set.of(), clock.instant()));
        return new Summary(counts.all(), counts.groups());
    }

    /** Figures over all that are open. */
    public record Summary(long open, long free) {}

    Found list(TaskQuery query, Asker asker, Optional<String> after, int limit) {
        List<Entry> found = store.list(query, asker, words(query), after, limit + 1);
        List<Entry> shown = found.subList(0, Math.min(limit, found.size()));
        Map<Long, JsonNode> orders =
                tasks.orders(shown.stream().map(Entry::open).toList());
        return new Found(
                shown.stream().map(it -> task(it, orders)).toList(),
                found.size() > limit ? Optional.of(shown.getLast().cursor()) : Optional.empty());
    }

    Counts counts(TaskQuery query, Asker asker) {
        return store.counts(query, asker, words(query));
    }

    Offers offers() {
        Map<String, String> processes = new TreeMap<>();
        Set<String> groups = new TreeSet<>();
        for (Spot spot : store.spots()) {
            processes.put(spot.processId(), model(spot).title());
            groups.addAll(spot.groups());
        }
        return new Offers(processes, groups);
    }

    /** Each word that is searched for, with the steps whose name or process has it. */
    private List<Word> words(TaskQuery query) {
        List<String> words = Stream.of(
                        query.text().strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(it -> !it.isEmpty())
                .toList();
        List<Spot> spots = words.isEmpty() ? List.of() : store.spots();
        return words.stream()
                .map(word -> new Word(
                        word,
                        spots.stream().filter(it -> named(it).contains(word)).toList()))
                .toList();
    }

    private String named(Spot spot) {
        ProcessModel model = model(spot);
        return (model.label(spot.elementId()) + " " + model.title()).toLowerCase(Locale.ROOT);
    }

    private ProcessModel model(Spot spot) {
        return models.process(spot.definitionKey(), spot.processId());
    }

    private Task task(Entry entry, Map<Long, JsonNode> orders) {
        OpenTask open = entry.open();
        ProcessModel model = models.process(open.definitionKey(), open.processId());
        return new Task(
                open,
                model.label(open.elementId()),
                model.title(),
                entry.holder(),
                entry.plan(),
                orders.getOrDefault(open.instanceKey(), json.createObjectNode()));
    }
}
