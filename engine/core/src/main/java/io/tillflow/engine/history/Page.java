package io.tillflow.engine.history;

import java.util.List;
import java.util.Optional;

/** Some rows of a list and the cursor that fetches the next ones. */
public record Page<T>(List<T> rows, Optional<String> next) {

    public Page {
        rows = List.copyOf(rows);
    }
}
