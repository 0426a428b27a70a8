package io.tillflow.studio.repair;

import io.tillflow.engine.history.Facts.Element;
import io.tillflow.engine.history.Facts.ElementState;
import io.tillflow.engine.history.Instance;
import io.tillflow.engine.history.InstanceFacts;
import io.tillflow.engine.history.InstanceFilter;
import io.tillflow.engine.history.Instances;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.engine.model.ProcessModels;
import io.tillflow.studio.instances.DeployedModels;
import io.tillflow.studio.repair.MigrationAdvice.Mapped;
import io.tillflow.studio.repair.Plan.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Suggests how an instance maps to another version, and names what Zeebe 8.5 cannot migrate at the element where it is. */
@Service
public class MigrationAdviser {

    private static final int LOOKED_AT = 200;
    private static final Set<String> MIGRATES = Set.of("SERVICE_TASK", "USER_TASK", "SUB_PROCESS");

    private final Instances instances;
    private final InstanceFacts facts;
    private final DeployedModels models;

    MigrationAdviser(Instances instances, InstanceFacts facts, DeployedModels models) {
        this.instances = instances;
        this.facts = facts;
        this.models = models;
    }

    /** Empty when there is no such instance. */
    public Optional<MigrationAdvice> advise(long instanceKey, long targetDefinitionKey) {
        return advise(instanceKey, targetDefinitionKey, Map.of());
    }

    /** @param chosen by hand: ids of active elements to ids in the target; the others are suggested */
    public Optional<MigrationAdvice> advise(long instanceKey, long targetDefinitionKey, Map<String, String> chosen) {
        return instances
                .find(instanceKey)
                .map(it -> advise(
                        it,
                        models.process(targetDefinitionKey, it.processId()),
                        String.valueOf(targetDefinitionKey),
                        chosen));
    }

    /** Whether the engine (8.5) moves instances that stand at an element of this kind to another version. */
    public static boolean migrates(ProcessModel.Element element) {
        return MIGRATES.contains(element.type().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
    }

    /**
     * How many of the running instances of a process could go on in a drawing of it that is not deployed yet; the newest are looked at.
     *
     * @throws IllegalArgumentException when nobody can read it
     */
    public MigrationOutlook outlook(String drawing) {
        ProcessModel to = ProcessModels.parse(drawing);
        List<Long> running = instances.keys(InstanceFilter.open().withProcesses(Set.of(to.processId())), LOOKED_AT);
        List<MigrationAdvice> advices = running.stream()
                .flatMap(it -> instances.find(it).stream())
                .map(it -> advise(it, to, "", Map.of()))
                .toList();
        return MigrationOutlook.of(to.processId(), advices);
    }

    private MigrationAdvice advise(Instance instance, ProcessModel to, String target, Map<String, String> chosen) {
        ProcessModel from = models.process(instance.definitionKey(), instance.processId());
        List<Problem> problems = new ArrayList<>();
        Map<String, Mapped> mapping = new LinkedHashMap<>();
        if (!instance.state().open()) {
            problems.add(Problem.of("", "nothing-to-migrate"));
        }
        if (String.valueOf(instance.definitionKey()).equals(target)) {
            problems.add(Problem.of("", "same-version"));
        }
        if (to.elements().isEmpty()) {
            problems.add(Problem.of("", "no-target", target));
        }
        if (instance.parentKey().isPresent()) {
            problems.add(
                    Problem.of("", "called", String.valueOf(instance.parentKey().getAsLong())));
        }
        eventSubProcesses(from, "now", problems);
        eventSubProcesses(to, "then", problems);
        for (Element element : facts.elements(instance.key())) {
            if (element.state() == ElementState.ACTIVE) {
                String wanted = chosen.getOrDefault(element.elementId(), "");
                mapping.computeIfAbsent(element.elementId(), id -> mapped(element, wanted, from, to, problems));
            }
        }
        scopes(mapping, from, to, problems);
        List<Mapped> all = List.copyOf(mapping.values());
        List<Mapped> restart = all.stream()
                .filter(it -> !it.to().isEmpty() && !it.from().equals(instance.processId()))
                .toList();
        return new MigrationAdvice(target, all, problems, problems.isEmpty(), restart);
    }

    private static void eventSubProcesses(ProcessModel model, String which, List<Problem> problems) {
        model.elements().values().stream()
                .filter(it -> it.type().equals("eventSubProcess"))
                .forEach(it -> problems.add(Problem.of(it.id(), "event-sub-process-" + which, it.label())));
    }

    private static Mapped mapped(
            Element active, String wanted, ProcessModel from, ProcessModel to, List<Problem> problems) {
        String id = active.elementId();
        String label = from.label(id);
        if (!MIGRATES.contains(active.elementType())) {
            problems.add(Problem.of(id, "stands-where-none-migrates", label));
        }
        boundaryEvents(id, from, "now", problems);
        ProcessModel.Element source = from.elements().get(id);
        String type = source == null ? "" : source.type();
        ProcessModel.Element chosen = to.elements().get(wanted);
        ProcessModel.Element same = to.elements().get(id);
        Optional<ProcessModel.Element> named = to.elements().values().stream()
                .filter(it -> it.type().equals(type) && it.label().equalsIgnoreCase(label))
                .findFirst();
        boolean picked = chosen != null && chosen.type().equals(type);
        boolean kept = same != null && same.type().equals(type);
        ProcessModel.Element target = picked ? chosen : kept ? same : named.orElse(null);
        if (source != null && target != null) {
            obstacles(source, target, from, to, problems);
            String why = picked ? "chosen" : kept ? "the same element" : "the same name";
            return new Mapped(id, label, target.id(), target.label(), why);
        }
        problems.add(Problem.of(id, "token-lost", label));
        return new Mapped(id, label, "", "", "nothing like it");
    }

    /** Why what stands at one element cannot go on at another. */
    private static void obstacles(
            ProcessModel.Element source,
            ProcessModel.Element target,
            ProcessModel from,
            ProcessModel to,
            List<Problem> problems) {
        boundaryEvents(target.id(), to, "then", problems);
        Set<String> heard = messages(source.id(), from);
        messages(target.id(), to).stream()
                .filter(heard::contains)
                .forEach(it -> problems.add(Problem.of(source.id(), "listens-in-both", source.label(), it)));
        if (source.ofEngine() != target.ofEngine()) {
            problems.add(Problem.of(source.id(), "other-kind-of-task", source.label()));
        }
    }

    /** A token stays in its scope: what it stands in has to become what it would stand in. */
    private static void scopes(
            Map<String, Mapped> mapping, ProcessModel from, ProcessModel to, List<Problem> problems) {
        mapping.values().forEach(it -> {
            ProcessModel.Element source = from.elements().get(it.from());
            ProcessModel.Element target = to.elements().get(it.to());
            if (source == null || target == null) {
                return;
            }
            Mapped around = mapping.get(source.container());
            String expected = around == null
                    ? source.container().equals(from.processId()) ? to.processId() : source.container()
                    : around.to();
            if (!target.container().equals(expected)) {
                problems.add(Problem.of(it.from(), "other-scope", source.label()));
            }
        });
    }

    private static Set<String> messages(String id, ProcessModel model) {
        return model.elements().values().stream()
                .filter(it -> it.attachedTo().equals(id) && !it.message().isEmpty())
                .map(ProcessModel.Element::message)
                .collect(Collectors.toSet());
    }

    private static void boundaryEvents(String id, ProcessModel model, String which, List<Problem> problems) {
        model.elements().values().stream()
                .filter(it -> it.attachedTo().equals(id) && !it.trigger().equals("message"))
                .forEach(it -> problems.add(Problem.of(id, "attached-" + which, it.label())));
    }
}
