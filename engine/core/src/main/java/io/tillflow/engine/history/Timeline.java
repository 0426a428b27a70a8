package io.tillflow.engine.history;

import io.tillflow.engine.history.Facts.ElementState;
import io.tillflow.engine.history.Facts.Everything;
import io.tillflow.engine.history.Facts.Moment;
import io.tillflow.engine.history.Facts.What;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the facts of an instance into the order they happened in. */
public final class Timeline {

    private Timeline() {}

    public static List<Moment> of(Everything facts) {
        List<Moment> moments = new ArrayList<>();
        Instance instance = facts.instance();
        moments.add(new Moment(instance.startedAt(), What.STARTED, "", "", instance.key()));
        facts.elements().forEach(it -> {
            moments.add(new Moment(it.startedAt(), What.ENTERED, it.elementId(), "", it.key()));
            it.endedAt()
                    .ifPresent(end -> moments.add(new Moment(end, ended(it.state()), it.elementId(), "", it.key())));
        });
        facts.decisions()
                .forEach(it -> moments.add(new Moment(
                        it.evaluatedAt(),
                        What.DECIDED,
                        it.elementId(),
                        it.output().toString(),
                        it.key())));
        facts.incidents().forEach(it -> {
            moments.add(new Moment(it.createdAt(), What.INCIDENT, it.elementId(), it.message(), it.key()));
            it.resolvedAt().ifPresent(at -> moments.add(new Moment(at, What.RESOLVED, it.elementId(), "", it.key())));
        });
        instance.endedAt()
                .ifPresent(end -> moments.add(
                        new Moment(end, What.ENDED, "", instance.state().name(), instance.key())));
        moments.sort(Comparator.comparing(Moment::at).thenComparing(Moment::what));
        return List.copyOf(moments);
    }

    private static What ended(ElementState state) {
        return state == ElementState.COMPLETED ? What.COMPLETED : What.TERMINATED;
    }
}
