package io.tillflow.studio.webhooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.automations.AutomationsDesk;
import io.tillflow.studio.automations.TriggerPage;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Away;
import io.tillflow.studio.connectors.Refused;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Collectors;

/** One webhook: how it is called, what it hands on, and the last calls with their payload. */
@Route("automations/webhooks/:id")
@RolesAllowed(Role.Is.VIEWER)
class WebhookView extends TriggerPage<Webhook> {
    private final transient WebhooksDesk desk;
    private final transient AutomationsDesk automations;
    private final boolean analyst;
    private final boolean seesCalls;
    private final CallsCard calls = new CallsCard();

    WebhookView(WebhooksDesk desk, WebhooksWatch watch, AutomationsDesk automations, CurrentUser user) {
        super(WebhooksView.KIND, watch);
        this.desk = desk;
        this.automations = automations;
        this.analyst = user.has(Role.ANALYST);
        this.seesCalls = analyst || user.has(Role.OPERATOR);
    }

    @Override
    protected Component[] parts(Webhook it) {
        return new Component[] {new PageHead(it.id()).actions(actions(it)), facts(it), how(it), calls};
    }

    @Override
    protected void looked() {
        if (!seesCalls) {
            return;
        }
        try {
            calls.show(desk.deliveries(id()));
        } catch (Away | Refused away) {
            // the page says already that the connectors are away
        }
    }

    private Component[] actions(Webhook it) {
        if (!analyst) {
            return new Component[0];
        }
        return new Component[] {
            deleteButton(it),
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

    @Override
    protected void remove(String id) {
        desk.delete(id);
    }

    private Div facts(Webhook it) {
        String taken = it.variables().isEmpty()
                ? getTranslation("webhooks.variables.none")
                : it.variables().entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue())
                        .collect(Collectors.joining(" · "));
        Div rules = new Div(new Span(getTranslation("webhooks.rate", it.perMinute())));
        rules.add(Pieces.block(
                it.idFrom() == null
                        ? getTranslation("webhooks.id.payload")
                        : getTranslation("webhooks.id", it.idFrom()),
                "meta"));
        return facts(
                fact("begins", WebhookCells.begins(this, it)),
                fact("signing", WebhookCells.signing(this, it)),
                fact("variables", Pieces.text(taken, "mono")),
                fact("rules", rules));
    }

    private Div how(Webhook it) {
        Div card = card("how");
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
}
