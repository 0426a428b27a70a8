package io.tillflow.studio.models;

import com.vaadin.flow.component.Component;
import io.tillflow.studio.lint.ModelFile;
import java.util.function.Consumer;

/** Shows the cases of a decision table under its drawing; whoever can run them provides it. */
public interface CaseDesk {
    /** Where the table is drawn. */
    interface Surface {
        /** Asks for what is drawn now. */
        void source(Consumer<String> then);

        /** Somebody paused drawing. */
        void onDrawn(Consumer<String> act);

        void select(String elementId);
    }

    /**
     * The cases of a model.
     *
     * @param file as it is shown
     * @param editable whether cases may be changed, too
     */
    Component under(String modelId, ModelFile file, boolean editable, Surface surface);
}
