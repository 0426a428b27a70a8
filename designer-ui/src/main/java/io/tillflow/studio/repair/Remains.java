package io.tillflow.studio.repair;

import io.tillflow.engine.history.Facts.Element;
import io.tillflow.engine.history.Facts.ElementState;
import io.tillflow.engine.history.Facts.Everything;
import io.tillflow.engine.history.Facts.Job;
import io.tillflow.engine.history.Facts.Variable;
import io.tillflow.engine.history.Facts.Wait;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.repair.Plan.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What of an instance goes along into the one that takes its place, what does not, and what begins again from its beginning. */
final class Remains {

    private static final String USER_TASK = "io.camunda.zeebe:userTask";

    private Remains() {}

    static List<String> kept(Everything now) {
        return now.variables().stream()
                .filter(it -> it.scopeKey() == now.instance().key())
                .map(Variable::name)
                .sorted()
                .toList();
    }

    /** Variables of single elements, which their input mappings make again. */
    static List<Problem> left(Everything now, ProcessModel model, Set<String> around) {
        return locals(now, model, it -> !around.contains(it), "made-again");
    }

    /** Variables of what lies around the places to begin at: the engine enters that without its input mappings. */
    static List<Problem> lost(Everything now, ProcessModel model, Set<String> around) {
        return locals(now, model, around::contains, "made-by-nobody");
    }

    /** The ids of the sub-processes around some elements. */
    static Set<String> around(ProcessModel model, List<String> elements) {
        Set<String> around = new HashSet<>();
        for (String id : elements) {
            ProcessModel.Element it = model.elements().get(id);
            while (it != null && around.add(it.container())) {
                it = model.elements().get(it.container());
            }
        }
        return around;
    }

    private static List<Problem> locals(Everything now, ProcessModel model, Predicate<String> which, String why) {
        Map<Long, String> active = now.elements().stream()
                .filter(it -> it.state() == ElementState.ACTIVE && which.test(it.elementId()))
                .collect(Collectors.toMap(Element::key, Element::elementId, (one, other) -> one));
        Map<String, List<String>> names = new TreeMap<>();
        for (Variable it : now.variables()) {
            String element = active.get(it.scopeKey());
            if (element != null) {
                names.computeIfAbsent(element, id -> new ArrayList<>()).add(it.name());
            }
        }
        return names.entrySet().stream()
                .map(it -> Problem.of(
                        it.getKey(),
                        why,
                        model.label(it.getKey()),
                        it.getValue().stream().sorted().distinct().collect(Collectors.joining(", "))))
                .toList();
    }

    /** What begins from its beginning though something of it was done already. */
    static List<Problem> anew(Everything now, ProcessModel model, List<String> at) {
        List<Problem> anew = new ArrayList<>();
        now.waits().forEach(it -> anew.add(waitedFor(it, model)));
        now.jobs().stream()
                .filter(it -> it.endedAt().isEmpty())
                .map(it -> underWay(it, model))
                .forEach(anew::add);
        now.jobs().stream()
                .filter(it -> it.endedAt().isPresent())
                .filter(it -> at.contains(it.elementId()) || active(now, it.elementInstanceKey()))
                .map(it -> Problem.of(it.elementId(), "work-again", model.label(it.elementId())))
                .forEach(anew::add);
        for (Element it : now.elements()) {
            String label = model.label(it.elementId());
            if (it.state() == ElementState.ACTIVE && it.elementType().equals("MULTI_INSTANCE_BODY")) {
                rounds(now, it, label).ifPresent(anew::add);
            } else if (it.state() == ElementState.ACTIVE && it.elementType().equals("CALL_ACTIVITY")) {
                anew.add(Problem.of(it.elementId(), "called-again", label));
            } else if (it.state() == ElementState.COMPLETED && undone(model, it.elementId())) {
                anew.add(Problem.of(it.elementId(), "not-undone", label));
            }
        }
        return anew.stream().distinct().toList();
    }

    private static Problem waitedFor(Wait wait, ProcessModel model) {
        String label = model.label(wait.elementId());
        return switch (wait) {
            case Wait.ForTime it ->
                Problem.of(it.elementId(), "timer-again", label, it.dueAt().toString());
            case Wait.ForMessage it -> Problem.of(it.elementId(), "message-again", label, it.name());
        };
    }

    private static Problem underWay(Job job, ProcessModel model) {
        String why = job.type().equals(USER_TASK) ? "task-again" : "job-again";
        return Problem.of(job.elementId(), why, model.label(job.elementId()));
    }

    private static Optional<Problem> rounds(Everything now, Element body, String label) {
        long done = now.elements().stream()
                .filter(it -> it.scopeKey().equals(OptionalLong.of(body.key())))
                .filter(it -> it.state() == ElementState.COMPLETED)
                .count();
        return done == 0 ? Optional.empty() : Optional.of(Problem.of(body.elementId(), "rounds-again", done, label));
    }

    private static boolean active(Everything now, long elementKey) {
        return now.elements().stream().anyMatch(it -> it.key() == elementKey && it.state() == ElementState.ACTIVE);
    }

    private static boolean undone(ProcessModel model, String elementId) {
        return model.elements().values().stream()
                .anyMatch(
                        it -> it.attachedTo().equals(elementId) && it.trigger().equals("compensate"));
    }
}
