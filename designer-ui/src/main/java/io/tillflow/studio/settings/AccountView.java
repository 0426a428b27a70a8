package io.tillflow.studio.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.People;
import io.tillflow.studio.security.People.Refusal;
import io.tillflow.studio.security.People.Refused;
import jakarta.annotation.security.PermitAll;

@Route("settings")
@Menu(order = 900, title = "menu.settings", icon = "gear")
@PermitAll
class AccountView extends Div implements HasDynamicTitle {
    private final transient People people;
    private final String name;
    private final boolean handedOut;
    private final PasswordField old = new PasswordField();
    private final PasswordField chosen = new PasswordField();
    private final PasswordField again = new PasswordField();

    AccountView(People people, CurrentUser user) {
        this.people = people;
        this.name = user.name();
        add(new PageHead(getTranslation("menu.settings")), new SettingsTabs(user, AccountView.class));
        Div form = new Div();
        form.addClassName("narrow-form");
        this.handedOut = people.mustChangePassword(name);
        if (handedOut) {
            Div note = new Div(new Span(getTranslation("account.must-change")));
            note.addClassNames("note", "draft");
            note.getElement().setAttribute("role", "alert");
            form.add(note);
        }
        old.setLabel(getTranslation("account.old"));
        chosen.setLabel(getTranslation("account.new"));
        chosen.setHelperText(getTranslation("account.new.hint", People.SHORTEST_PASSWORD));
        again.setLabel(getTranslation("account.again"));
        Button change = new Button(getTranslation("account.change"), click -> change());
        change.addThemeVariants(ButtonVariant.PRIMARY);
        form.add(new H2(getTranslation("account.title", name)), old, chosen, again, change);
        add(form);
    }

    private void change() {
        old.setInvalid(false);
        chosen.setInvalid(false);
        again.setInvalid(false);
        if (!chosen.getValue().equals(again.getValue())) {
            wrong(again, "account.differ");
            return;
        }
        try {
            people.changePassword(name, old.getValue(), chosen.getValue());
            old.clear();
            chosen.clear();
            again.clear();
            Notices.done(getTranslation("account.changed"));
            if (handedOut) {
                getUI().ifPresent(ui -> ui.navigate(""));
            }
        } catch (Refused refused) {
            wrong(refused.why() == Refusal.WRONG_PASSWORD ? old : chosen, "refused." + refused.why());
        }
    }

    private void wrong(PasswordField field, String key) {
        field.setErrorMessage(getTranslation(key));
        field.setInvalid(true);
        field.focus();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.account") + " - Tillflow";
    }
}
