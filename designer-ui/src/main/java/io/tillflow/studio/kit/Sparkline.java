package io.tillflow.studio.kit;

import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A small curve without axes; its figures are told beside it, so it is drawing only. */
public final class Sparkline extends Span {

    public Sparkline(List<Long> values, int width, int height, String tone) {
        addClassNames("spark-box", tone);
        getElement().setAttribute("aria-hidden", "true");
        long top = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        double step = values.size() < 2 ? width : (double) width / (values.size() - 1);
        StringJoiner line = new StringJoiner("L", "M", "");
        for (int i = 0; i < values.size(); i++) {
            line.add(point(i * step, height - 2 - (height - 6) * (double) values.get(i) / top));
        }
        // the browser only draws what is in the svg name space, which inner HTML gives it
        String area = line + "L" + point(width, height) + "L" + point(0, height) + "Z";
        getElement()
                .setProperty(
                        "innerHTML",
                        "<svg class=\"spark\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\"><path class=\"area\" d=\"%s\"/><path d=\"%s\"/></svg>"
                                .formatted(width, height, width, height, area, line));
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f %.1f", x, y);
    }
}
