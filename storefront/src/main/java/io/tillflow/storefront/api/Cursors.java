package io.tillflow.storefront.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Reads what cursors carry. */
final class Cursors {
    private Cursors() {}

    /** A place in a list ordered by time, then id. */
    record TimeAndId(Instant time, UUID id) {
        String text() {
            return time + " " + id;
        }
    }

    static int number(String text) {
        return Math.toIntExact(longNumber(text));
    }

    static long longNumber(String text) {
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    static TimeAndId timeAndId(String text) {
        try {
            int gap = text.indexOf(' ');
            return new TimeAndId(
                    Instant.parse(text.substring(0, Math.max(0, gap))), UUID.fromString(text.substring(gap + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static ShopProblem malformed() {
        return new ShopProblem(HttpStatus.BAD_REQUEST, "malformed", "“after” isn’t a cursor this list gave out.");
    }
}
