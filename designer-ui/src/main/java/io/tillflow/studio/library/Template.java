package io.tillflow.studio.library;

import io.tillflow.studio.lint.ModelFile;
import java.util.List;

/**
 * A shipped process that can be made one's own.
 *
 * @param starts names of the messages that begin it
 * @param uses its decisions, forms and called processes by name
 * @param jobs what it has workers do, by job type
 * @param words what its elements are called, for the search
 */
public record Template(
        String id,
        String name,
        String description,
        List<String> starts,
        List<String> uses,
        List<String> jobs,
        int steps,
        int scenarios,
        List<String> words,
        ModelFile file) {}
