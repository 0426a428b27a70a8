package io.tillflow.studio.instances;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.repair.Batch;
import io.tillflow.studio.repair.Batches;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The latest batches, newest first. */
@Route("instances/batches")
@RolesAllowed(Role.Is.VIEWER)
class BatchesView extends Div implements HasDynamicTitle, HasCrumbs {

    BatchesView(Batches batches, LiveHistory live) {
        addClassName("batches");
        Frontend.require(this, "instances");
        add(new PageHead(getTranslation("instances.batches")));
        List<Batch> newest = batches.newest();
        if (newest.isEmpty()) {
            RouterLink open = new RouterLink(getTranslation("instances.batches.open"), InstancesView.class);
            open.addClassName("btn");
            add(new EmptyState(
                    "list",
                    getTranslation("instances.batches.none"),
                    getTranslation("instances.batches.none.text"),
                    open));
            return;
        }
        DataTable<Batch> table = new DataTable<>(getTranslation("instances.batches"), Batch::id, columns());
        table.addClassName("card");
        table.show(newest);
        add(table);
        // read with the page's lock, as the person who looks at it: the batches ask for a role
        live.follow(this, change -> true, () -> batches, it -> table.show(it.newest()));
    }

    private List<Column<Batch>> columns() {
        return List.of(
                new Column<>(
                        getTranslation("instances.batch.column.state"), "", it -> BatchPieces.badge(this, it.state())),
                new Column<>(getTranslation("instances.batch.column.what"), "", it -> {
                    RouterLink link = new RouterLink();
                    link.setRoute(BatchView.class, BatchView.parameters(it));
                    link.addClassName("strong");
                    link.setText(getTranslation("instances.batch.kind." + BatchPieces.word(it.kind())));
                    return link;
                }),
                new Column<>(getTranslation("instances.batch.column.progress"), "", it -> BatchPieces.bar(this, it)),
                new Column<>(
                        getTranslation("instances.batch.items"), "num", it -> new Span(BatchPieces.figures(this, it))),
                new Column<>(
                        getTranslation("instances.batch.column.filter"),
                        "",
                        it -> Pieces.text(it.filter(), "mono", "cut")),
                new Column<>(getTranslation("instances.batch.column.who"), "", it -> new Span(it.actor())),
                new Column<>(getTranslation("instances.batch.column.when"), "num", it -> Pieces.ago(it.orderedAt())));
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(getTranslation("instances.title"), "instances"),
                new Crumb(getTranslation("instances.batches"), null));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("instances.batches") + " - Tillflow";
    }
}
