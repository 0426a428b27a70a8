package io.tillflow.studio.tasks;

import com.vaadin.flow.component.Component;
import io.tillflow.engine.Rejected;
import io.tillflow.studio.instances.Commands;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.tasks.FormCheck.Trouble;
import io.tillflow.studio.tasks.Refusals.DoesNotFit;
import io.tillflow.studio.tasks.Refusals.NoColleague;
import io.tillflow.studio.tasks.Refusals.Taken;
import java.util.stream.Collectors;

/** Says in the page's language why something was not done with a task. */
final class TaskTroubles {

    private TaskTroubles() {}

    static void say(Component page, RuntimeException failure) {
        switch (failure) {
            case Taken taken when taken.person().isEmpty() -> Notices.failed(page.getTranslation("tasks.free.again"));
            case Taken taken -> Notices.failed(page.getTranslation("tasks.taken", taken.person()));
            case Rejected gone
            when gone.why() == Rejected.Why.NOT_FOUND -> Notices.failed(page.getTranslation("tasks.gone"));
            case DoesNotFit wrong ->
                Notices.failed(page.getTranslation(
                        "tasks.doesnotfit",
                        wrong.troubles().stream().map(Trouble::field).collect(Collectors.joining(", "))));
            case NoColleague nobody -> Notices.failed(page.getTranslation("tasks.assign.gone"));
            default -> Commands.explain(page, failure);
        }
    }
}
