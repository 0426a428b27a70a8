package io.tillflow.studio.connectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Secrets by name: they can be set, replaced and deleted, never read. */
@Route("connectors/secrets")
@RolesAllowed(Role.Is.ADMIN)
class SecretsView extends Div implements HasDynamicTitle {
    private final transient ConnectorsDesk desk;
    private final transient Clock clock;
    private final NativeButton add;
    private final Div list = new Div();
    private boolean away;

    SecretsView(ConnectorsDesk desk, ConnectorsWatch watch, CurrentUser user, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        this.add = Pieces.button(getTranslation("secrets.new"), "plus", () -> set(""));
        Paragraph lead = new Paragraph(getTranslation("secrets.lead"));
        lead.addClassName("meta");
        add(
                new PageHead(getTranslation("menu.connectors")).actions(add),
                new ConnectorsTabs(user, SecretsView.class),
                lead,
                list);
        refresh();
        watch.follow(this, this::hear);
    }

    private void hear(Optional<Installed> now) {
        if (now.isEmpty() && !away) {
            away();
        } else if (now.isPresent() && away) {
            refresh();
        }
    }

    private void refresh() {
        try {
            show(desk.secrets());
            away = false;
            add.setEnabled(true);
        } catch (Away | Refused trouble) {
            away();
        }
    }

    private void away() {
        away = true;
        add.setEnabled(false);
        list.removeAll();
        list.add(new EmptyState("plug", getTranslation("connectors.away"), getTranslation("connectors.away.text")));
    }

    private void show(List<Secret> secrets) {
        list.removeAll();
        if (secrets.isEmpty()) {
            list.add(new EmptyState("key", getTranslation("secrets.empty"), getTranslation("secrets.empty.text")));
            return;
        }
        SimpleTable table = new SimpleTable(
                getTranslation("secrets.name"),
                getTranslation("secrets.source"),
                getTranslation("secrets.changed"),
                getTranslation("secrets.used"),
                getTranslation("secrets.usedby"),
                "");
        secrets.forEach(secret -> table.row(
                Pieces.text(secret.name(), "mono"),
                new Span(secret.ours() ? getTranslation("secrets.database") : secret.source()),
                changed(secret),
                secret.lastUsedAt() == null
                        ? Pieces.text(getTranslation("secrets.never"), "dim")
                        : Times.ago(secret.lastUsedAt(), clock, getLocale()),
                Pieces.text(String.join(", ", secret.usedBy()), "meta"),
                actions(secret)));
        list.add(table);
    }

    private Component changed(Secret secret) {
        if (secret.changedAt() == null) {
            return new Span();
        }
        return new Span(
                Times.ago(secret.changedAt(), clock, getLocale()), Pieces.text(" · " + secret.changedBy(), "meta"));
    }

    private Component actions(Secret secret) {
        if (!secret.ours()) {
            return Pieces.text(getTranslation("secrets.outside"), "meta");
        }
        Div actions = new Div(
                Pieces.button(getTranslation("secrets.rotate"), "", () -> set(secret.name()), "sm"),
                Pieces.button(getTranslation("secrets.delete"), "", () -> delete(secret), "sm", "risk"));
        actions.addClassNames("row", "table-actions");
        return actions;
    }

    /** @param name of the secret whose value is replaced; empty for a new one */
    private void set(String name) {
        new SetSecretDialog(name)
                .then((chosen, value) -> done(Attempt.of(
                        this, () -> desk.setSecret(chosen, value), getTranslation("secrets.set.done", chosen))))
                .open();
    }

    private void delete(Secret secret) {
        String users = secret.usedBy().isEmpty()
                ? getTranslation("secrets.delete.unused")
                : getTranslation("secrets.delete.used", String.join(", ", secret.usedBy()));
        new AskDialog(
                        getTranslation("secrets.delete.title", secret.name()),
                        users,
                        "",
                        getTranslation("secrets.delete.confirm"))
                .dangerous()
                .then(none -> done(Attempt.of(
                        this,
                        () -> desk.deleteSecret(secret.name()),
                        getTranslation("secrets.delete.done", secret.name()))))
                .open();
    }

    private boolean done(boolean worked) {
        refresh();
        return worked;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("connectors.secrets") + " - Tillflow";
    }
}
