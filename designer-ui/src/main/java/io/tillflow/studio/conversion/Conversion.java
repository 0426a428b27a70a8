package io.tillflow.studio.conversion;

import java.util.List;
import java.util.stream.Stream;

/**
 * A converted file and what was done to it.
 *
 * @param mapped what works as it did
 * @param dropped what is needed no more
 * @param open what somebody has to do by hand
 */
public record Conversion(String source, List<Line> mapped, List<Line> dropped, List<Line> open) {

    /** One thing, at the element where it is. */
    public record Line(String elementId, String element, String message) {}

    public Conversion {
        mapped = List.copyOf(mapped);
        dropped = List.copyOf(dropped);
        open = List.copyOf(open);
    }

    /** This, and then what was done to its source. */
    public Conversion then(Conversion next) {
        return new Conversion(
                next.source, both(mapped, next.mapped), both(dropped, next.dropped), both(open, next.open));
    }

    private static List<Line> both(List<Line> first, List<Line> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }
}
