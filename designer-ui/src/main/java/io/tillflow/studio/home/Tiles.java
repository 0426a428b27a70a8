package io.tillflow.studio.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tillflow.engine.history.Overview.Figures;
import io.tillflow.engine.history.Overview.Open;
import io.tillflow.engine.history.Overview.Slice;
import io.tillflow.studio.home.ControlCentre.Picture;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Period;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.Sparkline;
import io.tillflow.studio.kit.Times;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Eight figures in one strip, each beside what it was a period ago. */
final class Tiles extends Div {

    private static final int WIDTH = 84;
    private static final int HEIGHT = 34;
    private static final String DONE = "instances?state=completed";

    Tiles() {
        addClassNames("card", "tiles");
    }

    /** One figure: what it is called, what it is compared with, and where a click on it leads. */
    private record Figure(String name, String value, String unit, Span comparison, String address) {}

    void show(Picture picture, Period period) {
        String than = getTranslation("home.than." + period.name().toLowerCase(Locale.ROOT));
        List<Tile> drawn = new ArrayList<>();
        flow(picture, than, drawn);
        now(picture, drawn);
        Redraw.in(this, drawn);
    }

    private void flow(Picture picture, String than, List<Tile> drawn) {
        Figures now = picture.now();
        Figures before = picture.before();
        drawn.add(tile(new Figure(
                        "started",
                        number(now.started()),
                        "",
                        change(now.started(), before.started(), than),
                        "instances?state="))
                .with(curve(picture, Slice::started, "accent")));
        drawn.add(tile(new Figure(
                        "completed",
                        number(now.completed()),
                        "",
                        change(now.completed(), before.completed(), than),
                        DONE))
                .with(curve(picture, Slice::completed, "accent")));
        drawn.add(tile(new Figure("median", duration(now.median()), "", usual(before.median(), than), DONE)));
        drawn.add(tile(new Figure("p95", duration(now.p95()), "", usual(before.p95(), than), DONE)));
    }

    private void now(Picture picture, List<Tile> drawn) {
        Open open = picture.open();
        String tone = open.incidents() > 0 ? "incident" : "waiting";
        Span waiting = new Span(getTranslation("home.ofopen", number(open.instances())));
        Span free = new Span(
                getTranslation("home.tasks.free", number(picture.inbox().free())));
        Span ended = new Span(getTranslation("home.untouched.of", number(ended(picture))));
        drawn.add(tile(new Figure(
                        "incidents",
                        number(open.incidents()),
                        "",
                        orders(open.withIncidents()),
                        "instances?state=incident"))
                .with(curve(picture, Slice::incidents, tone)));
        drawn.add(tile(new Figure("waiting", number(open.waiting()), "", waiting, "instances?state=waiting")));
        drawn.add(tile(new Figure("tasks", number(open.tasks()), "", free, "tasks")));
        drawn.add(tile(new Figure("untouched", share(picture), " %", ended, DONE)));
    }

    private Tile tile(Figure figure) {
        Div label = new Div(getTranslation("home.tile." + figure.name()));
        label.addClassName("meta");
        Div value = new Div(new Span(figure.value()));
        value.addClassNames("fig", "num");
        if (!figure.unit().isEmpty() && !figure.value().equals("–")) {
            value.add(Pieces.text(figure.unit(), "unit"));
        }
        figure.comparison().addClassNames("cmp", "num");
        Tile tile = new Tile(figure.address());
        tile.add(label, value, figure.comparison());
        return tile;
    }

    /** One cell of the strip, a link as a whole. */
    private static final class Tile extends Anchor {
        Tile(String address) {
            super(address);
            addClassName("tile");
        }

        Tile with(Sparkline curve) {
            add(curve);
            return this;
        }
    }

    private static Sparkline curve(Picture picture, ToLongFunction<Slice> figure, String tone) {
        List<Long> values = picture.slices().stream().map(figure::applyAsLong).toList();
        return new Sparkline(values, WIDTH, HEIGHT, tone);
    }

    private Span change(long now, long before, String than) {
        if (before == 0) {
            return Pieces.text(getTranslation("home.nothing.before"), "dim");
        }
        long percent = Math.round((now - before) * 100.0 / before);
        Span change = new Span();
        change.add(Pieces.text(
                (percent > 0 ? "+" : percent < 0 ? "−" : "±") + Math.abs(percent) + " %", percent > 0 ? "up" : "same"));
        change.add(Pieces.text(" " + than, "dim"));
        return change;
    }

    private Span usual(Optional<Duration> before, String than) {
        return before.map(it -> Pieces.text(getTranslation("home.was", Times.duration(it), than), "dim"))
                .orElseGet(() -> Pieces.text(getTranslation("home.nothing.before"), "dim"));
    }

    private Span orders(long instances) {
        return Pieces.text(getTranslation("home.incidents.in", number(instances)), "dim");
    }

    private static long ended(Picture picture) {
        return picture.now().completed() + picture.now().cancelled();
    }

    /** How many of those that ended in the period ran to their end rather than being cancelled. */
    private static String share(Picture picture) {
        return ended(picture) == 0
                ? "–"
                : String.valueOf(Math.round(picture.now().completed() * 1000.0 / ended(picture)) / 10.0);
    }

    private static String duration(Optional<Duration> duration) {
        return duration.map(Times::duration).orElse("–");
    }

    private String number(long value) {
        return NumberFormat.getIntegerInstance(getLocale()).format(value);
    }
}
