package io.tillflow.studio.experiments;

import com.vaadin.flow.component.html.Div;
import io.tillflow.studio.experiments.Experiment.Line;
import io.tillflow.studio.instances.Pieces;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** An arm's difference and its bounds as units were judged; the line across is "no difference". */
class CurvePicture extends Div {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 160;

    CurvePicture(Experiment experiment, String arm, Locale locale) {
        List<Line> lines =
                experiment.curve().stream().filter(it -> it.arm().equals(arm)).toList();
        addClassName("experiment-curve");
        if (lines.size() < 2) {
            return;
        }
        // the browser only draws what is in the svg name space, which inner HTML gives it
        Div picture = new Div();
        picture.getElement().setAttribute("aria-hidden", "true");
        picture.getElement().setProperty("innerHTML", drawn(lines));
        Line now = lines.getLast();
        add(
                Pieces.block(getTranslation("experiments.curve", arm, experiment.compared()), "lbl"),
                picture,
                Pieces.block(
                        getTranslation(
                                "experiments.curve.text",
                                Words.difference(experiment, lines.getFirst().low(), locale),
                                Words.difference(experiment, lines.getFirst().high(), locale),
                                lines.getFirst().judged(),
                                Words.difference(experiment, now.low(), locale),
                                Words.difference(experiment, now.high(), locale),
                                now.judged()),
                        "meta"));
    }

    private static String drawn(List<Line> lines) {
        double most = lines.stream()
                .mapToDouble(it -> Math.max(Math.abs(it.low()), Math.abs(it.high())))
                .max()
                .orElse(1);
        long last = lines.getLast().judged();
        StringJoiner middle = new StringJoiner("L", "M", "");
        StringJoiner band = new StringJoiner("L", "M", "Z");
        lines.forEach(it -> {
            middle.add(point(it, it.difference(), most, last));
            band.add(point(it, it.high(), most, last));
        });
        lines.reversed().forEach(it -> band.add(point(it, it.low(), most, last)));
        return "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\"><path class=\"band\" d=\"%s\"/><path class=\"zero\" d=\"M0 %d H%d\"/><path class=\"middle\" d=\"%s\"/></svg>"
                .formatted(WIDTH, HEIGHT, band, HEIGHT / 2, WIDTH, middle);
    }

    private static String point(Line line, double value, double most, long last) {
        return String.format(
                Locale.ROOT,
                "%.1f %.1f",
                WIDTH * (double) line.judged() / last,
                HEIGHT / 2.0 - value / most * (HEIGHT / 2.0 - 6));
    }
}
