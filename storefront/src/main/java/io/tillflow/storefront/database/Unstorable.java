package io.tillflow.storefront.database;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What the database can keep in no text: the character NUL. */
public final class Unstorable {
    private static final Set<String> STATES = Set.of("22021", "22P05");

    private Unstorable() {}

    /** Whether a request failed for that. */
    public static boolean causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(it -> it instanceof SQLException refused
                        && STATES.contains(Objects.requireNonNullElse(refused.getSQLState(), "")));
    }
}
