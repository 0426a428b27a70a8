package io.tillflow.studio.shop;

import com.vaadin.flow.component.html.Div;
import io.tillflow.studio.shop.Demand.Week;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Weeks sold as columns, weeks ahead as a line within what nine of ten cases hold; its figures are told beside it. */
class DemandPicture extends Div {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 150;
    private static final int FOOT = 4;

    private final List<Week> past;
    private final List<Week> ahead;
    private final double top;
    private final double step;

    DemandPicture(List<Week> past, List<Week> ahead) {
        this.past = past;
        this.ahead = ahead;
        this.top = top(past, ahead);
        this.step = (double) WIDTH / Math.max(1, past.size() + ahead.size());
        addClassName("demand-picture");
        getElement().setAttribute("aria-hidden", "true");
        // the browser only draws what is in the svg name space, which inner HTML gives it
        getElement()
                .setProperty(
                        "innerHTML",
                        "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\">%s%s</svg>"
                                .formatted(WIDTH, HEIGHT, columns(), ahead.isEmpty() ? "" : outlook()));
    }

    /** The units a week that the picture reaches up to. */
    static double top(List<Week> past, List<Week> ahead) {
        return Stream.concat(past.stream(), ahead.stream())
                .mapToDouble(Week::high)
                .reduce(1, Math::max);
    }

    private String columns() {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < past.size(); i++) {
            Week week = past.get(i);
            if (week.soldOut() >= 1) {
                columns.append(rectangle("out", i, 0));
            }
            columns.append(rectangle("sold", i, y(week.units())));
        }
        return columns.toString();
    }

    private String rectangle(String kind, int place, double y) {
        return String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                kind,
                place * step + 1,
                y,
                Math.max(1, step - 2),
                HEIGHT - y);
    }

    private String outlook() {
        StringJoiner band = new StringJoiner("L", "M", "Z");
        StringJoiner line = new StringJoiner("L", "M", "");
        for (int i = 0; i < ahead.size(); i++) {
            band.add(point(i, ahead.get(i).high()));
            line.add(point(i, ahead.get(i).units()));
        }
        IntStream.range(0, ahead.size())
                .map(i -> ahead.size() - 1 - i)
                .forEach(i -> band.add(point(i, ahead.get(i).low())));
        return "<path class=\"band\" d=\"%s\"/><path class=\"line\" d=\"%s\" vector-effect=\"non-scaling-stroke\"/>"
                .formatted(band, line);
    }

    private String point(int place, double units) {
        return String.format(Locale.ROOT, "%.1f %.1f", (past.size() + place + 0.5) * step, y(units));
    }

    private double y(double units) {
        return HEIGHT - FOOT - (HEIGHT - 3 * FOOT) * units / top;
    }
}
