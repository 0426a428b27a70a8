package io.tillflow.connectors.provider;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}: seconds or an HTTP date. */
public final class RetryAfter {
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** Null when the header is missing or says nothing usable; never longer than an hour. */
    public static @Nullable Duration of(@Nullable String header, Clock clock) {
        if (header == null || header.isBlank()) {
            return null;
        }
        try {
            Duration asked = header.strip().chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(header.strip()))
                    : Duration.between(
                            clock.instant(), ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
            return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        } catch (DateTimeException | NumberFormatException notUsable) {
            return null;
        }
    }
}
