package io.tillflow.studio.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import io.tillflow.engine.history.Overview.Figures;
import io.tillflow.engine.history.Overview.Slice;
import io.tillflow.studio.home.ControlCentre.Automation;
import io.tillflow.studio.home.ControlCentre.Picture;
import io.tillflow.studio.instances.DataTable;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Sparkline;
import io.tillflow.studio.kit.Times;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The processes, worst first: what fails, how many ran, how long they took against before. */
final class AutomationsCard extends Div {

    private final Span figure = new Span();
    private final DataTable<Automation> table;
    private final Div empty = new Div();

    AutomationsCard() {
        addClassName("card");
        figure.addClassName("meta");
        table = new DataTable<>(
                getTranslation("home.automations"),
                it -> it.health().processId(),
                List.of(
                        column("automation", "", this::name),
                        column("health", "", this::health),
                        column(
                                "period",
                                "r num",
                                it -> new Span(number(it.health().period().started()))),
                        column(
                                "open",
                                "r num hide-s",
                                it -> new Span(number(it.health().open()))),
                        column("time", "r num hide-s", AutomationsCard::time),
                        column("curve", "hide-s", AutomationsCard::curve)));
        table.addClassName("auto");
        empty.add(new EmptyState(
                "flow", getTranslation("home.automations.none"), getTranslation("home.automations.none.text")));
        Anchor versions = new Anchor("processes", getTranslation("home.automations.versions"));
        versions.addClassName("meta");
        add(new Header(new H2(getTranslation("home.automations")), figure, versions), table, empty);
    }

    void show(Picture picture) {
        table.show(picture.automations());
        table.setVisible(!picture.automations().isEmpty());
        empty.setVisible(picture.automations().isEmpty());
        figure.setText(
                getTranslation("home.automations.figure", picture.automations().size()));
    }

    private Column<Automation> column(
            String name, String className, java.util.function.Function<Automation, Component> cell) {
        return new Column<>(getTranslation("home.column." + name), className, cell);
    }

    private Component name(Automation it) {
        Anchor link = new Anchor("instances?state=open&process=" + it.health().processId());
        link.add(new Span(it.name() + " "), Pieces.text("v" + it.health().version(), "dim"));
        Anchor heat = new Anchor("processes/" + it.health().processId(), getTranslation("processes.heat"));
        heat.addClassNames("meta", "heat-link");
        return new Span(link, new Span(" "), heat);
    }

    private Component health(Automation it) {
        boolean failing = it.health().withIncidents() > 0;
        String words = failing
                ? getTranslation(
                        "home.failing",
                        number(it.health().worstCount()),
                        it.worstStep().orElse(""))
                : getTranslation(
                        it.health().open() + it.health().period().started() == 0 ? "home.quiet" : "home.healthy");
        Span span = new Span(new Icon(failing ? "alert" : "check"), new Span(words));
        span.addClassNames("st", failing ? "incident" : "completed");
        return span;
    }

    private static Component time(Automation it) {
        Figures now = it.health().period();
        Figures before = it.health().before();
        Span span = new Span();
        boolean slower = now.p95().isPresent()
                && before.p95().isPresent()
                && now.p95().get().compareTo(before.p95().get().multipliedBy(5).dividedBy(4)) > 0;
        span.add(
                Pieces.text(text(now.p95()), slower ? "down" : "same"), Pieces.text(" / " + text(before.p95()), "dim"));
        return span;
    }

    private static String text(Optional<Duration> duration) {
        return duration.map(Times::duration).orElse("–");
    }

    private static Component curve(Automation it) {
        String tone = it.health().withIncidents() > 0 ? "incident" : "waiting";
        return new Sparkline(it.slices().stream().map(Slice::started).toList(), 52, 20, tone);
    }

    private String number(long value) {
        return NumberFormat.getIntegerInstance(getLocale()).format(value);
    }
}
