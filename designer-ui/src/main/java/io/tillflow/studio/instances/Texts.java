package io.tillflow.studio.instances;

import io.tillflow.studio.kit.Zone;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Instants in full. */
public final class Texts {

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Texts() {}

    public static String exact(Instant at, Locale locale) {
        return EXACT.withLocale(locale).withZone(Zone.here()).format(at);
    }

    public static String clock(Instant at) {
        return CLOCK.withZone(Zone.here()).format(at);
    }
}
