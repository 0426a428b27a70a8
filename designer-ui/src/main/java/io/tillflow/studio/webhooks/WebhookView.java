package io.tillflow.studio.webhooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.automations.AutomationsDesk;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.HasCrumbs;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One webhook: how it is called, what it hands on, and the last calls with their payload. */
@Route("automations/webhooks/:id")
@RolesAllowed(Role.Is.VIEWER)
class WebhookView extends Div implements HasCrumbs, HasDynamicTitle, BeforeEnterObserver {
    private final transient WebhooksDesk desk;
    private final transient WebhooksWatch watch;
    private final transient AutomationsDesk automations;
    private final boolean analyst;
    private final boolean seesCalls;
    private final Div content = new Div();
    private final Div top = new Div();
    private final CallsCard calls;
    private String id = "";
    private transient @Nullable Webhook shown;

    WebhookView(WebhooksDesk desk, WebhooksWatch watch, AutomationsDesk automations, CurrentUser user) {
        this.desk = desk;
        this.watch = watch;
        this.automations = automations;
        this.analyst = user.has(Role.ANALYST);
        this.seesCalls = analyst || user.has(Role.OPERATOR);
        this.calls = new CallsCard();
        content.addClassName("automation");
        top.addClassName("automation");
        Frontend.require(this, "instances");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").orElse("");
        show(watch.look());
        watch.follow(this, this::show);
    }

    private void show(Optional<List<Webhook>> found) {
        content.setClassName("stale", found.isEmpty());
        Optional<Webhook> now = found.flatMap(
                all -> all.stream().filter(it -> it.id().equals(id)).findFirst());
        if (now.isPresent()) {
            if (!now.get().equals(shown)) {
                shown = now.get();
                fill(now.get());
                content.removeAll();
                content.add(top, calls);
            }
            look();
        } else if (shown == null || found.isPresent()) {
            shown = null;
            content.removeAll();
            content.add(new EmptyState(
                    "link",
                    getTranslation(found.isEmpty() ? "connectors.away" : "webhooks.unknown", id),
                    getTranslation(found.isEmpty() ? "webhooks.away" : "webhooks.empty.text")));
        }
    }

    private void look() {
        if (!seesCalls) {
            return;
        }
        try {
            calls.show(desk.deliveries(id));
        } catch (Away | Refused away) {
            // the page says already that the connectors are away
        }
    }

    private void fill(Webhook it) {
        top.removeAll();
        top.add(new PageHead(it.id()).actions(actions(it)), facts(it), how(it));
    }

    private Component[] actions(Webhook it) {
        if (!analyst) {
            return new Component[0];
        }
        return new Component[] {
            Pieces.button(getTranslation("schedules.delete"), "trash", () -> delete(it), "risk"),
            Pieces.button(getTranslation("webhooks.renew"), "key", () -> renew(it)),
            Pieces.button(
                    getTranslation("schedules.edit"),
                    "pencil",
                    () -> new WebhookDialog(this, desk, automations, it)
                            .then(this::refresh)
                            .open()),
            Pieces.button(
                    getTranslation("webhooks.try"),
                    "bolt",
                    () -> new TryDialog(this, desk, it.id(), calls.lastPayload(), this::refresh).open())
        };
    }

    private void renew(Webhook it) {
        new AskDialog(
                        getTranslation("webhooks.renew.title", it.id()),
                        getTranslation("webhooks.renew.text"),
                        "",
                        getTranslation("webhooks.renew"))
                .dangerous()
                .then(none -> Attempt.of(
                        this,
                        () -> new SecretOnce(this, desk.newSecret(it.id())).open(),
                        getTranslation("webhooks.renew.done", it.id())))
                .open();
    }

    private void delete(Webhook it) {
        new AskDialog(
                        getTranslation("schedules.delete.title", it.id()),
                        getTranslation("webhooks.delete.text"),
                        "",
                        getTranslation("schedules.delete"))
                .dangerous()
                .then(none -> {
                    boolean gone = Attempt.of(
                            this, () -> desk.delete(it.id()), getTranslation("schedules.delete.done", it.id()));
                    if (gone) {
                        UI.getCurrent().navigate(WebhooksView.class);
                    }
                    return gone;
                })
                .open();
    }

    private void refresh() {
        show(watch.look());
    }

    private Div facts(Webhook it) {
        Div facts = new Div();
        facts.addClassNames("card", "automation-facts");
        facts.add(fact("begins", WebhookCells.begins(this, it)), fact("signing", WebhookCells.signing(this, it)));
        String taken = it.variables().isEmpty()
                ? getTranslation("webhooks.variables.none")
                : it.variables().entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue())
                        .collect(Collectors.joining(" · "));
        facts.add(fact("variables", Pieces.text(taken, "mono")));
        Div rules = new Div(new Span(getTranslation("webhooks.rate", it.perMinute())));
        rules.add(Pieces.block(
                it.idFrom() == null
                        ? getTranslation("webhooks.id.payload")
                        : getTranslation("webhooks.id", it.idFrom()),
                "meta"));
        facts.add(fact("rules", rules));
        return facts;
    }

    private Div fact(String key, Component value) {
        return new Div(Pieces.block(getTranslation("webhooks.column." + key), "meta"), value);
    }

    private Div how(Webhook it) {
        Div card = new Div(new Header(new H2(getTranslation("webhooks.how"))));
        card.addClassName("card");
        Pre example = new Pre(Example.of(it));
        example.addClassNames("mono", "payload");
        example.getElement().setAttribute("tabindex", "0");
        Div text = new Div(
                Pieces.block(it.url(), "mono", "url"),
                Pieces.block(getTranslation("webhooks.how.secret", it.secretName()), "meta"),
                example);
        text.addClassName("card-text");
        card.add(text);
        return card;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(getTranslation("menu.automations"), "automations"),
                new Crumb(getTranslation("webhooks.tab"), "automations/webhooks"),
                new Crumb(id, null));
    }

    @Override
    public String getPageTitle() {
        return id + " - Tillflow";
    }
}
