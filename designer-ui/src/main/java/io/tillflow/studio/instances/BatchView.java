package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.shared.Registration;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.repair.Batch;
import io.tillflow.studio.repair.Batch.Item;
import io.tillflow.studio.repair.Batches;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;

/** One batch: how far it is, what became of each instance, and pause, resume and cancel. */
@Route("instances/batches/:id([0-9]+)")
@RolesAllowed(Role.Is.VIEWER)
class BatchView extends Div implements HasDynamicTitle, HasCrumbs, BeforeEnterObserver {

    private static final int AT_FIRST = 200;
    private static final int LOOK_MS = 1_000;
    private static final List<String> RESULTS = List.of("", "PENDING", "DONE", "NOTHING_TO_DO", "REFUSED", "CANCELLED");

    private final Batches batches;
    private final boolean operator;
    private final Div head = new Div();
    private final TabRow<String> results = new TabRow<>(getTranslation("instances.batch.items"), this::filter);
    private final DataTable<Item> table;
    private final NativeButton more = Pieces.button(getTranslation("instances.batch.more"), "", this::more, "ghost");
    private long id;
    private String result = "";
    private int most = AT_FIRST;
    private String kind = "";

    BatchView(Batches batches, CurrentUser user) {
        this.batches = batches;
        this.operator = user.has(Role.OPERATOR);
        addClassName("batches");
        Frontend.require(this, "instances");
        head.addClassNames("card", "batch-head");
        table = new DataTable<>(getTranslation("instances.batch.items"), Item::instanceKey, columns());
        RESULTS.forEach(it -> results.add(it, word(it)));
        addAttachListener(attach -> {
            attach.getUI().setPollInterval(LOOK_MS);
            Registration looking = attach.getUI().addPollListener(poll -> show());
            addDetachListener(detach -> {
                looking.remove();
                detach.getUI().setPollInterval(-1);
                detach.unregisterListener();
            });
        });
    }

    private String word(String wanted) {
        return getTranslation(
                "instances.batch.result." + (wanted.isEmpty() ? "all" : wanted.toLowerCase(java.util.Locale.ROOT)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").map(Long::parseLong).orElse(0L);
        Batch batch = batches.find(id)
                .orElseThrow(
                        () -> new NotFoundException(getTranslation("instances.batch.notfound", String.valueOf(id))));
        kind = getTranslation("instances.batch.kind." + BatchPieces.word(batch.kind()));
        removeAll();
        Div items = new Div(results, table, more);
        items.addClassName("card");
        add(new PageHead(kind), head, items);
        show();
    }

    private void filter(String wanted) {
        result = wanted;
        most = AT_FIRST;
        show();
    }

    private void more() {
        most += AT_FIRST;
        show();
    }

    private void show() {
        Batch batch = batches.find(id).orElseThrow();
        Batch.Progress progress = batch.progress();
        Div first = new Div(
                BatchPieces.badge(this, batch.state()),
                new Span(getTranslation("instances.batch.total", batch.total(), BatchPieces.figures(this, batch))),
                Pieces.text(batch.filter(), "mono", "dim"),
                Pieces.text(batch.actor(), "meta"),
                Pieces.ago(batch.orderedAt()));
        first.addClassNames("row", "num");
        Redraw.in(head, first, BatchPieces.bar(this, batch), actions(batch));
        results.at(result);
        results.count("PENDING", figure(progress.pending()));
        results.count("DONE", figure(progress.done()));
        results.count("NOTHING_TO_DO", figure(progress.nothingToDo()));
        results.count("REFUSED", figure(progress.refused()));
        results.count("CANCELLED", figure(progress.cancelled()));
        List<Item> items = batches.items(id, result, 0, most + 1);
        table.show(items.stream().limit(most).toList());
        more.setVisible(items.size() > most);
    }

    private static String figure(int count) {
        return count == 0 ? "" : String.valueOf(count);
    }

    private Div actions(Batch batch) {
        Div actions = new Div();
        actions.addClassName("row");
        if (operator && batch.state() == Batch.State.RUNNING) {
            actions.add(action("instances.batch.pause", "clock", batches::pause));
        }
        if (operator && batch.state() == Batch.State.PAUSED) {
            actions.add(action("instances.batch.resume", "play", batches::resume));
        }
        if (operator && (batch.state() == Batch.State.RUNNING || batch.state() == Batch.State.PAUSED)) {
            NativeButton cancel = action("instances.batch.cancel", "ban", batches::cancel);
            cancel.addClassName("risk");
            actions.add(cancel);
        }
        actions.setVisible(actions.getComponentCount() > 0);
        return actions;
    }

    private NativeButton action(String key, String icon, LongFunction<Batch> act) {
        return Pieces.button(getTranslation(key), icon, () -> {
            try {
                Batch changed = act.apply(id);
                Objects.requireNonNull(changed);
            } catch (RuntimeException e) {
                Commands.explain(this, e);
            }
            show();
        });
    }

    private List<Column<Item>> columns() {
        return List.of(
                new Column<>(
                        getTranslation("instances.batch.column.instance"),
                        "mono",
                        it -> Pieces.instanceLink(Long.parseLong(it.instanceKey()), it.instanceKey())),
                new Column<>(getTranslation("instances.batch.column.result"), "", it -> new Span(word(it.state()))),
                new Column<>(
                        getTranslation("instances.batch.column.detail"),
                        "",
                        it -> new Span(BatchPieces.detail(this, it))));
    }

    static RouteParameters parameters(Batch batch) {
        return new RouteParameters("id", batch.id());
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(getTranslation("instances.title"), "instances"),
                new Crumb(getTranslation("instances.batches"), "instances/batches"),
                new Crumb(kind, null));
    }

    @Override
    public String getPageTitle() {
        return kind + " - Tillflow";
    }
}
