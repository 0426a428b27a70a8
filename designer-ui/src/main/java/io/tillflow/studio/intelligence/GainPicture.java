package io.tillflow.studio.intelligence;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.intelligence.Models.Version;
import java.util.List;
import java.util.Locale;

/** A gain over the simple rule as a dot on its 90 % interval; the line in the middle is "no better". */
class GainPicture extends Div {
    private static final double LEAST = 0.01;

    GainPicture(Version version, double widest, Locale locale) {
        addClassName("gain");
        Div track = new Div(mark("zero", 50, 0));
        double from = place(version.gainAtWorst(), widest);
        double to = place(version.gainAtBest(), widest);
        track.add(mark("whisker", from, to - from), mark("dot", place(version.gain(), widest), 0));
        track.addClassNames("gain-track", version.gainAtWorst() > 0 ? "better" : "unsure");
        track.getElement().setAttribute("aria-hidden", "true");
        add(
                track,
                Pieces.text(points(version.gain(), locale), "num"),
                Pieces.text(
                        "(" + points(version.gainAtWorst(), locale) + " … " + points(version.gainAtBest(), locale)
                                + ")",
                        "num",
                        "dim"));
    }

    /** Half the width of a picture in which all of these have room. */
    static double widest(List<Version> versions) {
        return versions.stream()
                .mapToDouble(v -> Math.max(Math.abs(v.gainAtWorst()), Math.abs(v.gainAtBest())))
                .filter(width -> width <= 1)
                .max()
                .orElse(LEAST);
    }

    /** A difference of two shares in points, with its sign. */
    static String points(double difference, Locale locale) {
        return String.format(locale, "%+.1f", difference * 100);
    }

    private static double place(double gain, double widest) {
        return Math.clamp(50 + gain / Math.max(widest, LEAST) * 48, 0, 100);
    }

    private static Span mark(String name, double left, double width) {
        Span mark = new Span();
        mark.addClassName(name);
        mark.getStyle().set("left", String.format(Locale.ROOT, "%.1f%%", left));
        if (width > 0) {
            mark.getStyle().set("width", String.format(Locale.ROOT, "%.1f%%", width));
        }
        return mark;
    }
}
