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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** Variables of single elements, which their input mappings make again, or nobody does. */
    static List<Problem> left(Everything now, ProcessModel model) {
        Map<Long, String> active = now.elements().stream()
                .filter(it -> it.state() == ElementState.ACTIVE)
                .collect(Collectors.toMap(Element::key, Element::elementId, (one, other) -> one));
        Map<String, List<String>> names = new TreeMap<>();
        for (Variable it : now.variables()) {
            String element = active.get(it.scopeKey());
            if (element != null) {
                names.computeIfAbsent(element, id -> new ArrayList<>()).add(it.name());
            }
        }
        return names.entrySet().stream()
                .map(it -> new Problem(
                        it.getKey(),
                        "Of \"" + model.label(it.getKey()) + "\" alone, and made by its mappings again: "
                                + String.join(
                                        ", ",
                                        it.getValue().stream()
                                                .sorted()
                                                .distinct()
                                                .toList())))
                .toList();
    }

    static List<Problem> anew(Everything now, ProcessModel model) {
        List<Problem> anew = new ArrayList<>();
        for (Wait wait : now.waits()) {
            if (wait instanceof Wait.ForTime(var key, var element, var due)) {
                anew.add(new Problem(
                        element, "The timer at \"" + model.label(element) + "\", due at " + due + ", begins again."));
            }
        }
        for (Job job : now.jobs()) {
            if (job.endedAt().isEmpty()) {
                anew.add(
                        new Problem(
                                job.elementId(),
                                job.type().equals(USER_TASK)
                                        ? "The task \"" + model.label(job.elementId())
                                                + "\" is given out again: who has it, its draft and its dates stay behind."
                                        : "\"" + model.label(job.elementId())
                                                + "\" is done again: what a worker may have done for it by now counts twice, unless its effects have a key of the business."));
            }
        }
        return anew.stream().distinct().toList();
    }
}
