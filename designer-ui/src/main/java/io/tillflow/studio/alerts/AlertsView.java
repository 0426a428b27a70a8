package io.tillflow.studio.alerts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.alerts.AlertDesk.Sheet;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.instances.Commands;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import java.util.Optional;

/** What people want to be told, and what there is to tell. */
@Route(AlertsView.ROUTE)
@Menu(order = 55, title = "menu.alerts", icon = "bell")
@RolesAllowed(Role.Is.VIEWER)
class AlertsView extends Div implements HasDynamicTitle {

    static final String ROUTE = "alerts";

    private final AlertDesk desk;
    private final AlertChoices choices;
    private final Commands commands;
    private final OpenAlerts open;
    private final ClosedAlerts closed;
    private final RuleList rules;

    AlertsView(
            AlertDesk desk,
            AlertChoices choices,
            AlertWords words,
            AlertsWatch watch,
            Commands commands,
            CurrentUser user) {
        this.desk = desk;
        this.choices = choices;
        this.commands = commands;
        boolean mayChange = user.has(Role.OPERATOR);
        boolean mayAcknowledge = mayChange || user.has(Role.MERCHANT) || user.has(Role.ANALYST);
        open = new OpenAlerts(words, mayAcknowledge, id -> act(() -> desk.acknowledge(id)));
        closed = new ClosedAlerts(words);
        rules = new RuleList(words, mayChange, this::edit, rule -> act(() -> desk.change(rule)), this::delete);
        PageHead head = new PageHead(getTranslation("menu.alerts"));
        if (mayChange) {
            head.actions(Pieces.button(getTranslation("alerts.new"), "plus", this::create));
        }
        addClassName("alerts");
        add(head, open, section("alerts.rules", rules), closed);
        Frontend.require(this, "instances");
        show(desk.sheet());
        watch.follow(this, this::show);
    }

    private Div section(String title, Component body) {
        Div section = new Div(new H2(getTranslation(title)), body);
        section.addClassName("sheet");
        return section;
    }

    private void show(Sheet sheet) {
        open.show(sheet.open());
        closed.show(sheet.closed());
        rules.show(sheet.rules());
    }

    private void create() {
        new RuleDialog(choices, Optional.empty(), desk::add, () -> show(desk.sheet())).open();
    }

    private void edit(AlertRule rule) {
        new RuleDialog(choices, Optional.of(rule), desk::change, () -> show(desk.sheet())).open();
    }

    private void delete(AlertRule rule) {
        new AskDialog(
                        getTranslation("alerts.delete.title", rule.name()),
                        getTranslation("alerts.delete.text"),
                        "",
                        getTranslation("alerts.delete"))
                .dangerous()
                .then(none -> {
                    act(() -> desk.delete(rule.id()));
                    return true;
                })
                .open();
    }

    private void act(Runnable command) {
        commands.run(this, command, () -> show(desk.sheet()), failure -> {
            Notices.failed(getTranslation("alerts.failed", Objects.toString(failure.getMessage(), "")));
            show(desk.sheet());
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.alerts") + " - Tillflow";
    }
}
