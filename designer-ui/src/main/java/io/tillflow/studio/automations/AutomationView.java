package io.tillflow.studio.automations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.Redraw;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One automation: its state and limits, what waits or was not wanted, and what dry runs would have done. */
@Route("automations/:id")
@RolesAllowed(Role.Is.VIEWER)
class AutomationView extends Div implements HasCrumbs, HasDynamicTitle, BeforeEnterObserver {
    private final transient AutomationsDesk desk;
    private final transient AutomationsWatch watch;
    private final boolean analyst;
    private final Div content = new Div();
    private String id = "";
    private transient @Nullable Automation shown;

    AutomationView(AutomationsDesk desk, AutomationsWatch watch, CurrentUser user) {
        this.desk = desk;
        this.watch = watch;
        this.analyst = user.has(Role.ANALYST);
        content.addClassName("automation");
        Frontend.require(this, "instances");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").orElse("");
        show(watch.look());
        watch.follow(this, this::show);
    }

    private void show(Optional<List<Automation>> found) {
        content.setClassName("stale", found.isEmpty());
        Optional<Automation> now = found.flatMap(
                all -> all.stream().filter(it -> it.id().equals(id)).findFirst());
        if (now.isPresent() && now.get().equals(shown)) {
            return;
        }
        if (now.isPresent()) {
            shown = now.get();
            fill(now.get());
        } else if (shown == null) {
            Redraw.in(
                    content,
                    found.isEmpty()
                            ? new EmptyState(
                                    "bolt", getTranslation("connectors.away"), getTranslation("automations.away"))
                            : new EmptyState(
                                    "bolt",
                                    getTranslation("automations.unknown", id),
                                    getTranslation("automations.empty.text")));
        }
    }

    private void fill(Automation it) {
        List<Component> parts = new ArrayList<>(List.of(
                new PageHead(it.name())
                        .beside(Cells.state(this, it), Pieces.text("v" + it.version(), "dim"))
                        .actions(actions(it)),
                explanation(it)));
        it.overruled().forEach(trigger -> parts.add(overruled(trigger)));
        parts.addAll(List.of(facts(it), new AsideCard(desk, it, analyst, () -> askToPublish(it))));
        try {
            parts.add(new WouldHaveCard(desk.wouldHave(it.id(), null, WouldHaveCard.SHOWN)));
        } catch (Away | Refused away) {
            parts.add(Pieces.block(getTranslation("automations.away"), "meta"));
        }
        Redraw.in(content, parts);
    }

    private Component[] actions(Automation it) {
        if (!analyst) {
            return new Component[0];
        }
        NativeButton limits = Pieces.button(
                getTranslation("automations.limits"),
                "",
                () -> new LimitsDialog(this, desk, it).then(this::refresh).open());
        NativeButton change = Pieces.button(
                getTranslation("automations.change"),
                "",
                () -> new StateDialog(this, desk, it).then(this::refresh).open());
        return new Component[] {limits, change};
    }

    private void refresh() {
        show(watch.look());
    }

    private Div explanation(Automation it) {
        Div line = new Div(new Span(getTranslation("automations.state." + it.state() + ".text")));
        line.add(Cells.decided(it));
        line.addClassName("meta");
        return line;
    }

    private Div overruled(Automation.Trigger trigger) {
        return Pieces.block(
                getTranslation(
                        "automations.overruled.long." + trigger.state(),
                        trigger.message(),
                        String.join(", ", trigger.alsoBegins())),
                "note",
                "draft");
    }

    private Div facts(Automation it) {
        Div facts = new Div();
        facts.addClassNames("card", "automation-facts");
        facts.add(fact("automations.column.runs", new Span(it.runsToday() == null ? "–" : "" + it.runsToday())));
        facts.add(fact("automations.column.begins", Pieces.text(Cells.messages(it))));
        facts.add(fact("automations.column.limits", Cells.limits(this, it)));
        Anchor instances = new Anchor("instances?process=" + it.id(), getTranslation("automations.instances"));
        Anchor heat = new Anchor("processes/" + it.id(), getTranslation("processes.heat"));
        Span links = new Span(instances, new Span(" · "), heat);
        facts.add(fact("automations.more", links));
        return facts;
    }

    private Div fact(String key, Component value) {
        return new Div(Pieces.block(getTranslation(key), "meta"), value);
    }

    private void askToPublish(Automation it) {
        new AskDialog(
                        getTranslation("automations.publish.title", it.unwanted()),
                        getTranslation("automations.publish.text"),
                        "",
                        getTranslation("automations.publish.ok"))
                .then(none -> {
                    boolean worked = Attempt.of(
                            this, () -> desk.publishUnwanted(it.id()), getTranslation("automations.publish.done"));
                    refresh();
                    return worked;
                })
                .open();
    }

    static Header head(String title, Component... beside) {
        Header head = new Header(new H2(title));
        head.add(beside);
        return head;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(getTranslation("menu.automations"), "automations"),
                new Crumb(shown == null ? id : shown.name(), null));
    }

    @Override
    public String getPageTitle() {
        return (shown == null ? id : shown.name()) + " - Tillflow";
    }
}
