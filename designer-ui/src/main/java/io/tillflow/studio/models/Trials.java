package io.tillflow.studio.models;

import io.tillflow.studio.lint.ModelFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tries expressions of a process, and forms, with sample data; whoever can play models provides it. */
public interface Trials {
    /**
     * Data that an expression or a form can be tried with.
     *
     * @param group the step that shows the form; empty for expressions
     * @param played whether a sandbox engine plays a scenario for it
     */
    record Choice(String id, String label, String group, boolean played) {}

    /**
     * What is asked.
     *
     * @param sample one of the choices' ids
     * @param elementId where the expression stands; empty for the beginning
     * @param after whether the element's work is done when it is read
     */
    record Question(
            String modelId, ModelFile file, String sample, String elementId, boolean after, String expression) {}

    /**
     * What came of it.
     *
     * @param problem why it has no value; empty when it has one
     * @param line where the problem is, from 1; 0 when nobody knows
     * @param doubts what was passed over with null
     * @param data what could be read
     */
    record Answer(
            @Nullable Object value,
            String problem,
            int line,
            int column,
            List<String> doubts,
            Map<String, @Nullable Object> data) {}

    List<Choice> choices(String modelId, ModelFile file);

    /** Whether a sandbox engine would play a scenario for this sample of a model of the kind. */
    boolean played(ModelFile.Kind kind, String sample);

    Answer answer(Question question);

    /** All that a form's step can read in the sample. */
    Map<String, @Nullable Object> data(ModelFile form, String sample);
}
