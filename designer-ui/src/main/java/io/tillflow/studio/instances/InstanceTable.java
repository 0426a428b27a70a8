package io.tillflow.studio.instances;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.engine.history.Instance;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Rows.Place;
import io.tillflow.studio.instances.Rows.Row;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.kit.Times;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The rows of the list: the order leads, the key is last and grey. */
final class InstanceTable extends Div {

    private final DataTable<Row> table;
    private final Set<Long> selected = new LinkedHashSet<>();
    private final Runnable selectionChanged;
    private final boolean selectable;

    InstanceTable(boolean selectable, Runnable selectionChanged) {
        this.selectable = selectable;
        this.selectionChanged = selectionChanged;
        table = new DataTable<>(
                getTranslation("instances.title"), row -> row.facts().instance().key(), columns());
        table.marking(row -> selected.contains(row.facts().instance().key()));
        table.onOpen(row -> getUI().ifPresent(ui -> ui.navigate(InstanceView.class, parameters(row))));
        add(table);
    }

    void show(List<Row> rows) {
        List<Long> present =
                rows.stream().map(it -> it.facts().instance().key()).toList();
        if (selected.retainAll(present)) {
            selectionChanged.run();
        }
        table.show(rows);
    }

    Set<Long> selected() {
        return Set.copyOf(selected);
    }

    void unselect() {
        selected.clear();
        table.mark();
        getElement().executeJs("this.querySelectorAll('input[type=checkbox]').forEach(it => it.checked = false)");
        selectionChanged.run();
    }

    private List<Column<Row>> columns() {
        return List.of(
                new Column<>("", "c-sel", this::box),
                column(
                        "state",
                        "c-st",
                        row -> Pieces.badge(this, row.facts().instance().state())),
                column("order", "c-key", this::order),
                column("process", "c-proc", this::process),
                column("where", "c-wh", InstanceTable::where),
                column("there", "c-th num", InstanceTable::there),
                column("stake", "c-am r num", this::stake),
                column(
                        "started",
                        "c-at num",
                        row -> Pieces.ago(row.facts().instance().startedAt())),
                column("key", "c-id", row -> key(row.facts().instance().key())));
    }

    private Column<Row> column(String name, String className, java.util.function.Function<Row, Component> cell) {
        return new Column<>(getTranslation("instances.column." + name), className, cell);
    }

    private Component box(Row row) {
        Span holder = new Span();
        if (!selectable || !row.facts().instance().state().open()) {
            return holder;
        }
        long key = row.facts().instance().key();
        Element box = Redraw.keyed(new Box(), key).getElement();
        box.setAttribute("type", "checkbox");
        box.setAttribute("aria-label", getTranslation("instances.select", name(row)));
        box.setProperty("checked", selected.contains(key));
        box.addEventListener("change", change -> {
                    boolean now =
                            change.getEventData().get("event.target.checked").asBoolean();
                    if (now ? selected.add(key) : selected.remove(key)) {
                        table.mark();
                        selectionChanged.run();
                    }
                })
                .addEventData("event.target.checked");
        holder.getElement().appendChild(box);
        return holder;
    }

    @Tag("input")
    private static final class Box extends Component {}

    private Component order(Row row) {
        RouterLink link = new RouterLink();
        link.setRoute(InstanceView.class, parameters(row));
        link.addClassNames("strong", "num");
        link.setText(name(row));
        return link;
    }

    private String name(Row row) {
        Instance instance = row.facts().instance();
        return instance.businessKey().isEmpty() ? getTranslation("instances.unnamed") : instance.businessKey();
    }

    private Component process(Row row) {
        Span name = new Span(row.process() + " ");
        name.add(Pieces.text("v" + row.facts().instance().version(), "dim"));
        return name;
    }

    private static Component where(Row row) {
        Span where = new Span();
        where.addClassName("row");
        if (row.places().isEmpty()) {
            return where;
        }
        Place first = row.places().getFirst();
        where.add(Pieces.icon(first.type()), Pieces.text(first.label(), "cut"));
        if (row.places().size() > 1) {
            Span more = Pieces.text("+" + (row.places().size() - 1), "dim");
            more.setTitle(String.join(
                    ", ", row.places().stream().skip(1).map(Place::label).toList()));
            where.add(more);
        }
        return where;
    }

    private static Component there(Row row) {
        Instance instance = row.facts().instance();
        if (instance.endedAt().isPresent()) {
            Duration took =
                    Duration.between(instance.startedAt(), instance.endedAt().get());
            return Pieces.text(Times.duration(took), "dim");
        }
        if (row.places().isEmpty()) {
            return new Span();
        }
        Place first = row.places().getFirst();
        return Pieces.wait(first.since(), first.usual(), first.failed());
    }

    private Component stake(Row row) {
        return row.facts()
                .stake()
                .map(it -> new Span(Amounts.text(it.minor(), it.currency(), getLocale())))
                .orElseGet(Span::new);
    }

    private static Component key(long key) {
        String digits = String.valueOf(key);
        Span span = Pieces.text("…" + digits.substring(Math.max(0, digits.length() - 6)), "mono", "dim");
        span.setTitle(digits);
        return span;
    }

    static RouteParameters parameters(Row row) {
        return new RouteParameters(
                "key", Objects.toString(row.facts().instance().key()));
    }
}
