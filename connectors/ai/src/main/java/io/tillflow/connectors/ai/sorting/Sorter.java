package io.tillflow.connectors.ai.sorting;

import java.util.Map;

/** Chooses a label for a text. */
interface Sorter {
    /** @param labels each with examples apart by semicolons, as the step "Sort a text" takes them */
    String sort(String text, Map<String, String> labels);
}
