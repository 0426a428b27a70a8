package io.tillflow.studio.automations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Lookout;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.Redraw;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One trigger: how it comes, what that begins, and what became of the last events. */
public abstract class TriggerPage<T extends Trigger> extends Div
        implements HasCrumbs, HasDynamicTitle, BeforeEnterObserver {
    private final transient TriggerKind kind;
    private final transient Lookout<List<T>> watch;
    private final Div content = new Div();
    private String id = "";
    private transient @Nullable T shown;

    protected TriggerPage(TriggerKind kind, Lookout<List<T>> watch) {
        this.kind = kind;
        this.watch = watch;
        content.addClassName("automation");
        Frontend.require(this, "instances");
        add(content);
        watch.follow(this, this::show);
    }

    /** What the page holds, made anew whenever the trigger changed. */
    protected abstract Component[] parts(T it);

    /** Deletes it for good. */
    protected abstract void remove(String id);

    /** Called whenever it was looked at, changed or not. */
    protected void looked() {}

    protected final String id() {
        return id;
    }

    protected final void refresh() {
        show(watch.look());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").orElse("");
        refresh();
    }

    /** What this kind of trigger says under a key. */
    protected final String word(String key, Object... values) {
        return getTranslation(kind.key(key), values);
    }

    private void show(Optional<List<T>> found) {
        content.setClassName("stale", found.isEmpty());
        Optional<T> now = found.flatMap(
                all -> all.stream().filter(it -> it.id().equals(id)).findFirst());
        if (now.isPresent()) {
            if (!now.get().equals(shown)) {
                shown = now.get();
                Redraw.in(content, parts(now.get()));
            }
            looked();
        } else if (shown == null || found.isPresent()) {
            shown = null;
            Redraw.in(
                    content,
                    new EmptyState(
                            kind.icon(),
                            getTranslation(found.isEmpty() ? "connectors.away" : kind.key("unknown"), id),
                            getTranslation(kind.key(found.isEmpty() ? "away" : "empty.text"))));
        }
    }

    protected final NativeButton deleteButton(T it) {
        return Pieces.button(getTranslation("schedules.delete"), "trash", () -> askToDelete(it), "risk");
    }

    private void askToDelete(T it) {
        new AskDialog(
                        getTranslation("schedules.delete.title", it.id()),
                        getTranslation(kind.key("delete.text")),
                        "",
                        getTranslation("schedules.delete"))
                .dangerous()
                .then(none -> {
                    boolean gone =
                            Attempt.of(this, () -> remove(it.id()), getTranslation("schedules.delete.done", it.id()));
                    if (gone) {
                        UI.getCurrent().navigate(kind.list());
                    }
                    return gone;
                })
                .open();
    }

    protected static Div facts(Component... facts) {
        Div card = new Div(facts);
        card.addClassNames("card", "automation-facts");
        return card;
    }

    protected final Div fact(String key, Component value) {
        return new Div(Pieces.block(getTranslation(kind.key("column." + key)), "meta"), value);
    }

    protected final Div card(String heading) {
        Div card = new Div(new Header(new H2(getTranslation(kind.key(heading)))));
        card.addClassName("card");
        return card;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(getTranslation("menu.automations"), "automations"),
                new Crumb(getTranslation(kind.key("tab")), kind.address()),
                new Crumb(id, null));
    }

    @Override
    public String getPageTitle() {
        return id + " - Tillflow";
    }
}
