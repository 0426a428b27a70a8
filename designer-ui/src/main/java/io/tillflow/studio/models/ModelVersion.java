package io.tillflow.studio.models;

import com.vaadin.flow.router.Location;
import java.time.Instant;
import java.util.Optional;

/** One version of a model; never changes. */
public record ModelVersion(String modelId, int version, String comment, String author, Instant createdAt) {

    /** Which version a page is asked for. */
    static Optional<Integer> asked(Location page) {
        return page.getQueryParameters()
                .getSingleParameter("version")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt);
    }
}
