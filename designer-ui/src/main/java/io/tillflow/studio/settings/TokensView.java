package io.tillflow.studio.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.kit.EmptyState;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.security.ApiToken;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Keys;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

@Route("settings/tokens")
@PermitAll
class TokensView extends Div implements HasDynamicTitle {
    private static final List<Integer> DAYS = List.of(30, 90, 365, 0);

    private final transient Keys keys;
    private final transient CurrentUser user;
    private final transient Clock clock;
    private final Div list = new Div();

    TokensView(Keys keys, CurrentUser user, Clock clock) {
        this.keys = keys;
        this.user = user;
        this.clock = clock;
        NativeButton create = new NativeButton("", click -> create());
        create.add(Icon.small("plus"), new Span(getTranslation("tokens.new")));
        create.addClassName("btn");
        add(
                new PageHead(getTranslation("menu.settings")).actions(create),
                new SettingsTabs(user, TokensView.class),
                list);
        refresh();
    }

    private void refresh() {
        list.removeAll();
        List<ApiToken> tokens = keys.visible();
        if (tokens.isEmpty()) {
            list.add(new EmptyState("key", getTranslation("tokens.empty"), getTranslation("tokens.empty.text")));
            return;
        }
        SimpleTable table = new SimpleTable(
                getTranslation("tokens.name"),
                getTranslation("tokens.begins"),
                getTranslation("people.roles"),
                getTranslation("tokens.owner"),
                getTranslation("tokens.used"),
                getTranslation("tokens.expires"),
                "");
        tokens.forEach(token -> table.row(
                new Span(token.name()),
                mono(token.prefix() + "…"),
                new Span(token.roles().stream()
                        .map(role -> getTranslation("role." + role))
                        .collect(Collectors.joining(", "))),
                new Span(token.owner()),
                token.lastUsedAt() == null
                        ? new Span(getTranslation("tokens.never"))
                        : Times.ago(token.lastUsedAt(), clock, getLocale()),
                new Span(expires(token)),
                revoke(token)));
        list.add(table);
    }

    private String expires(ApiToken token) {
        if (token.expiresAt() == null) {
            return getTranslation("tokens.no-end");
        }
        Duration left = Duration.between(clock.instant(), token.expiresAt());
        return left.isNegative()
                ? getTranslation("tokens.expired")
                : getTranslation("tokens.left", Times.duration(left));
    }

    private Component revoke(ApiToken token) {
        NativeButton button = new NativeButton(getTranslation("tokens.revoke"), click -> {
            new AskDialog(
                            getTranslation("tokens.revoke.title", token.name()),
                            getTranslation("tokens.revoke.text"),
                            "",
                            getTranslation("tokens.revoke.confirm"))
                    .dangerous()
                    .once(() -> {
                        keys.revoke(token.id());
                        refresh();
                    })
                    .open();
        });
        button.addClassNames("btn", "sm", "risk");
        return button;
    }

    private void create() {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("tokens.new"));
        dialog.setWidth("420px");
        TextField name = new TextField(getTranslation("tokens.name"));
        name.setPlaceholder(getTranslation("tokens.name.hint"));
        name.setMaxLength(80);
        name.setWidthFull();
        CheckboxGroup<Role> roles = new CheckboxGroup<>(getTranslation("people.roles"));
        roles.setItems(Arrays.stream(Role.values()).filter(user::has).toList());
        roles.setItemLabelGenerator(role -> getTranslation("role." + role));
        RadioButtonGroup<Integer> days = new RadioButtonGroup<>(getTranslation("tokens.valid"));
        days.setItems(DAYS);
        days.setItemLabelGenerator(it -> it == 0 ? getTranslation("tokens.no-end") : getTranslation("tokens.days", it));
        days.setValue(90);
        Button ok = new Button(getTranslation("tokens.create"), click -> {
            name.setInvalid(name.getValue().isBlank());
            roles.setInvalid(roles.getValue().isEmpty());
            if (!name.isInvalid() && !roles.isInvalid()) {
                String secret = keys.create(
                        name.getValue(),
                        roles.getValue(),
                        days.getValue() == 0 ? null : Duration.ofDays(days.getValue()));
                dialog.close();
                refresh();
                new SecretDialog(getTranslation("tokens.secret"), getTranslation("tokens.secret.text"), secret).open();
            }
        });
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.add(name, roles, days);
        dialog.getFooter().add(new Button(getTranslation("cancel"), click -> dialog.close()), ok);
        dialog.open();
    }

    private static Span mono(String text) {
        Span span = new Span(text);
        span.addClassName("mono");
        return span;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.tokens") + " - Tillflow";
    }
}
