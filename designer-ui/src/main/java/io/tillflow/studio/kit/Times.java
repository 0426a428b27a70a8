package io.tillflow.studio.kit;

import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Instants and durations as people say them; the exact instant is on hover. */
public final class Times {
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM);

    private Times() {}

    /** "3 h ago", with the exact instant on hover. */
    public static Span ago(Instant at, Clock clock, Locale locale) {
        Duration since = Duration.between(at, clock.instant());
        boolean german = "de".equals(locale.getLanguage());
        String text = since.toSeconds() < 5
                ? german ? "jetzt" : "now"
                : german ? "vor " + duration(since) : duration(since) + " ago";
        Span span = new Span(text);
        span.addClassName("num");
        span.getElement()
                .setAttribute(
                        "title", EXACT.withLocale(locale).withZone(Zone.here()).format(at));
        return span;
    }

    /** At most two units: "52 min", "2 h 04 min", "4 d 2 h". */
    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        if (hours < 24) {
            return minutes % 60 == 0 ? hours + " h" : "%d h %02d min".formatted(hours, minutes % 60);
        }
        return hours % 24 == 0 ? hours / 24 + " d" : hours / 24 + " d " + hours % 24 + " h";
    }

    /** Exact to the millisecond below a second and to the tenth below ten. */
    public static String fine(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        return millis < 1_000
                ? millis + " ms"
                : millis < 10_000 ? millis / 1_000 + "." + millis % 1_000 / 100 + " s" : duration(duration);
    }
}
