package io.tillflow.studio.processes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import io.tillflow.studio.instances.DataTable;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Sparkline;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.processes.ProcessOverview.VersionLine;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A line for each process and, indented below it, one for each version; figures lead to the instances they count. */
final class VersionTable extends Div {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 22;

    private final DataTable<VersionLine> table;

    VersionTable() {
        table = new DataTable<>(
                getTranslation("processes.title"),
                it -> it.processId() + " " + it.version(),
                List.of(
                        column("process", "c-name", this::name),
                        column("running", "r num", it -> figure(it, it.running(), "running", "")),
                        column("waiting", "r num", it -> figure(it, it.waiting(), "waiting", "")),
                        column("failing", "r num", it -> figure(it, it.withIncidents(), "incident", "incident")),
                        column("completed", "r num", number(VersionLine::completed)),
                        column("throughput", "hide-s", VersionTable::curve),
                        column("median", "r num hide-s", it -> duration(it.medianMs())),
                        column("p95", "r num hide-s", it -> duration(it.p95Ms()))));
        add(table);
    }

    void show(List<VersionLine> lines) {
        table.show(lines);
    }

    private Column<VersionLine> column(String name, String className, Function<VersionLine, Component> cell) {
        return new Column<>(getTranslation("processes.versions." + name), className, cell);
    }

    private Component name(VersionLine it) {
        boolean whole = it.version() == null;
        Anchor heat = new Anchor(
                "processes/" + it.processId() + (whole ? "" : "?version=" + it.version()),
                whole ? it.name() : getTranslation("processes.which", String.valueOf(it.version())));
        heat.addClassName(whole ? "strong" : "version");
        Span name = new Span(heat);
        if (!whole && it.newest()) {
            name.add(Pieces.text(" " + getTranslation("processes.newest"), "dim"));
        }
        return name;
    }

    /** How many, as the way to which; none leads nowhere. */
    private Component figure(VersionLine it, long count, String state, String tone) {
        if (count == 0) {
            return Pieces.text("0", "dim");
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("process", it.processId());
        if (it.version() != null) {
            query.put("version", String.valueOf(it.version()));
        }
        query.put("state", state);
        Anchor list = new Anchor("instances?" + QueryParameters.simple(query).getQueryString(), text(count));
        if (!tone.isEmpty()) {
            list.addClassNames("st", tone);
        }
        return list;
    }

    private Function<VersionLine, Component> number(ToLongFunction<VersionLine> of) {
        return it -> of.applyAsLong(it) == 0 ? Pieces.text("0", "dim") : new Span(text(of.applyAsLong(it)));
    }

    private static Component curve(VersionLine it) {
        return it.completed() == 0 ? new Span() : new Sparkline(it.throughput(), WIDTH, HEIGHT, "completed");
    }

    private static Component duration(@Nullable Long millis) {
        return millis == null ? new Span() : new Span(Times.fine(Duration.ofMillis(millis)));
    }

    private String text(long value) {
        return NumberFormat.getIntegerInstance(getLocale()).format(value);
    }
}
