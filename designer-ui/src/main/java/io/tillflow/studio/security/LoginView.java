package io.tillflow.studio.security;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.tillflow.studio.kit.Brand;
import io.tillflow.studio.kit.Frontend;
import java.util.List;

@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final LoginForm form = new LoginForm();

    LoginView() {
        addClassName("login");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        Div box = new Div(new Brand(), form);
        box.addClassName("login-box");
        add(box);
        Frontend.require(this, "shell");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form.setI18n(texts(event.getLocation()));
        var query = event.getLocation().getQueryParameters().getParameters();
        form.setError(query.containsKey("error") || query.containsKey("locked") || query.containsKey("away"));
    }

    private LoginI18n texts(Location location) {
        LoginI18n texts = LoginI18n.createDefault();
        texts.getForm().setTitle(getTranslation("login.title"));
        texts.getForm().setUsername(getTranslation("login.name"));
        texts.getForm().setPassword(getTranslation("login.password"));
        texts.getForm().setSubmit(getTranslation("login.submit"));
        var query = location.getQueryParameters().getParameters();
        String reason = query.containsKey("locked") ? "locked" : query.containsKey("away") ? "away" : "wrong";
        texts.getErrorMessage().setTitle(getTranslation("login." + reason + ".title"));
        texts.getErrorMessage().setMessage(getTranslation("login." + reason + ".message", wait(query.get("locked"))));
        return texts;
    }

    private String wait(@org.jspecify.annotations.Nullable List<String> seconds) {
        if (seconds == null || seconds.isEmpty() || !seconds.getFirst().matches("\\d{1,5}")) {
            return "";
        }
        int wait = Integer.parseInt(seconds.getFirst());
        return wait < 90 ? getTranslation("login.seconds", wait) : getTranslation("login.minutes", (wait + 59) / 60);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.page");
    }
}
