package io.tillflow.studio.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.People;
import io.tillflow.studio.security.People.Refused;
import io.tillflow.studio.security.Role;
import io.tillflow.studio.security.User;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;

@Route("settings/users")
@RolesAllowed(Role.Is.ADMIN)
class PeopleView extends Div implements HasDynamicTitle {
    private final transient People people;
    private final transient Clock clock;
    private final SimpleTable table;

    PeopleView(People people, CurrentUser user, Clock clock) {
        this.people = people;
        this.clock = clock;
        NativeButton create = new NativeButton("", click -> edit());
        create.add(Icon.small("plus"), new Span(getTranslation("people.add")));
        create.addClassName("btn");
        table = new SimpleTable(
                getTranslation("people.name"),
                getTranslation("people.roles"),
                getTranslation("people.state"),
                getTranslation("people.last"),
                "");
        add(
                new PageHead(getTranslation("menu.settings")).actions(create),
                new SettingsTabs(user, PeopleView.class),
                table);
        refresh();
    }

    private void refresh() {
        table.clear();
        people.all()
                .forEach(user -> table.row(
                        strong(user.name()),
                        new Span(user.roles().stream()
                                .map(role -> getTranslation("role." + role))
                                .collect(Collectors.joining(", "))),
                        user.disabled()
                                ? new Badge(State.CANCELLED, getTranslation("people.disabled"))
                                : new Badge(State.COMPLETED, getTranslation("people.enabled")),
                        user.lastLoginAt() == null ? new Span() : Times.ago(user.lastLoginAt(), clock, getLocale()),
                        actions(user)));
    }

    private Component actions(User user) {
        Div actions = new Div(
                button("people.change-roles", () -> roles(user)),
                button("people.reset", () -> reset(user)),
                button(user.disabled() ? "people.enable" : "people.disable", () -> disable(user)));
        actions.addClassNames("row", "table-actions");
        return actions;
    }

    private void edit() {
        Dialog dialog = dialog("people.add");
        TextField name = new TextField(getTranslation("people.name"));
        name.setHelperText(getTranslation("people.name.hint"));
        name.setWidthFull();
        CheckboxGroup<Role> roles = roleChoice(Set.of(Role.VIEWER));
        dialog.add(name, roles);
        confirm(dialog, "people.add", () -> {
            String password = people.add(name.getValue(), roles.getValue());
            secret(name.getValue(), password);
        });
    }

    private void roles(User user) {
        Dialog dialog = dialog("people.change-roles");
        CheckboxGroup<Role> roles = roleChoice(user.roles());
        dialog.add(roles);
        confirm(dialog, "save.save", () -> people.setRoles(user.name(), roles.getValue()));
    }

    private void reset(User user) {
        new AskDialog(
                        getTranslation("people.reset.title", user.name()),
                        getTranslation("people.reset.text"),
                        "",
                        getTranslation("people.reset"))
                .once(() -> secret(user.name(), people.resetPassword(user.name())))
                .open();
    }

    private void disable(User user) {
        act(() -> people.setDisabled(user.name(), !user.disabled()));
    }

    private void secret(String name, String password) {
        new SecretDialog(getTranslation("people.secret", name), getTranslation("people.secret.text"), password).open();
    }

    private boolean act(Runnable change) {
        try {
            change.run();
            refresh();
            return true;
        } catch (Refused refused) {
            Notices.failed(getTranslation("refused." + refused.why()));
            return false;
        }
    }

    private Dialog dialog(String key) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation(key));
        dialog.setWidth("420px");
        return dialog;
    }

    private void confirm(Dialog dialog, String key, Runnable change) {
        Button ok = new Button(getTranslation(key), click -> {
            if (act(change)) {
                dialog.close();
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("cancel"), click -> dialog.close()), ok);
        dialog.open();
    }

    private CheckboxGroup<Role> roleChoice(Set<Role> chosen) {
        CheckboxGroup<Role> roles = new CheckboxGroup<>(getTranslation("people.roles"));
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(
                role -> getTranslation("role." + role) + ": " + getTranslation("role." + role + ".may"));
        roles.setValue(chosen);
        return roles;
    }

    private NativeButton button(String key, Runnable act) {
        NativeButton button = new NativeButton(getTranslation(key), click -> act.run());
        button.addClassNames("btn", "sm");
        return button;
    }

    private static Span strong(String text) {
        Span span = new Span(text);
        span.addClassName("strong");
        return span;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.people") + " - Tillflow";
    }
}
