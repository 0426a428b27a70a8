package io.tillflow.connectors.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One action as the catalogue shows it.
 *
 * @param input the record a job must bring along
 * @param output the record it answers with; null when it answers nothing
 */
public record ActionInfo(
        String type,
        String name,
        String help,
        Effect effect,
        List<Header> headers,
        List<String> errors,
        Class<? extends Record> input,
        @Nullable Class<? extends Record> output) {
    public ActionInfo {
        headers = List.copyOf(headers);
        errors = List.copyOf(errors);
    }

    /** The part before the dot. */
    public String family() {
        return type.substring(0, type.indexOf('.'));
    }

    public String templateId() {
        return "io.tillflow." + type;
    }
}
