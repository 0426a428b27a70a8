package io.tillflow.studio.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.function.Consumer;

/** Hears single keys while nobody types into a field; {@code web/tasks/keys.ts} says which. */
@Tag("tf-task-keys")
final class TaskKeys extends Component {

    TaskKeys(Consumer<String> pressed) {
        getElement()
                .addEventListener(
                        "tf-key",
                        event -> pressed.accept(
                                event.getEventData().get("event.detail.key").asString("")))
                .addEventData("event.detail.key");
    }
}
