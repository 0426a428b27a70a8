package io.tillflow.studio.automations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.connectors.Lookout;
import io.tillflow.studio.instances.DataTable;
import io.tillflow.studio.instances.DataTable.Column;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.PageHead;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Every trigger of one kind: when or where it comes, what that begins and what became of the last event. */
public abstract class TriggersPage<T extends Trigger> extends Div implements HasDynamicTitle {
    private final transient TriggerKind kind;
    private final transient Lookout<List<T>> watch;
    private final Div notes = new Div();
    private final Div empty = new Div();

    protected TriggersPage(TriggerKind kind, Lookout<List<T>> watch) {
        this.kind = kind;
        this.watch = watch;
        Frontend.require(this, "instances");
        notes.addClassName("connector-notes");
    }

    protected abstract List<Column<T>> columns();

    /** Asks for a new one. */
    protected abstract void create(Runnable done);

    /** Fills the page, once what the columns need is there. */
    protected final void build(boolean mayCreate) {
        DataTable<T> table = new DataTable<>(getTranslation(kind.key("tab")), Trigger::id, columns());
        table.addClassNames("card", "automations");
        table.onOpen(it -> UI.getCurrent().navigate(kind.one(), parameters(it)));
        NativeButton add =
                Pieces.button(getTranslation(kind.key("new")), "plus", () -> create(() -> show(table, watch.look())));
        add.setVisible(mayCreate);
        Paragraph lead = new Paragraph(getTranslation(kind.key("lead")));
        lead.addClassName("meta");
        add(
                new PageHead(getTranslation("menu.automations")).actions(add),
                new AutomationTabs(kind.address()),
                lead,
                notes,
                table,
                empty);
        show(table, watch.look());
        watch.follow(this, found -> show(table, found));
    }

    protected final Column<T> column(String key, String classes, Function<T, Component> cell) {
        return new Column<>(getTranslation(kind.key("column." + key)), classes, cell);
    }

    /** Its id as a link to its page, with something below. */
    protected final Column<T> names(Function<T, Component> below) {
        return column("name", "", it -> {
            RouterLink link = new RouterLink();
            link.setRoute(kind.one(), parameters(it));
            link.setText(it.id());
            return new Div(new Div(link), below.apply(it));
        });
    }

    private static RouteParameters parameters(Trigger it) {
        return new RouteParameters("id", it.id());
    }

    private void show(DataTable<T> table, Optional<List<T>> found) {
        notes.removeAll();
        empty.removeAll();
        table.setClassName("stale", found.isEmpty());
        if (found.isEmpty()) {
            Div note = new Div(
                    Pieces.text(getTranslation("connectors.away"), "strong"),
                    new Span(getTranslation(kind.key("away"))));
            note.addClassNames("note", "incident");
            notes.add(note);
            return;
        }
        table.show(found.get());
        table.setVisible(!found.get().isEmpty());
        if (found.get().isEmpty()) {
            empty.add(new EmptyState(
                    kind.icon(), getTranslation(kind.key("empty")), getTranslation(kind.key("empty.text"))));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation(kind.key("tab")) + " - Tillflow";
    }
}
