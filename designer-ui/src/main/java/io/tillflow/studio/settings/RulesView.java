package io.tillflow.studio.settings;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.kit.PageHead;
import io.tillflow.studio.review.FourEyes;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;

/** What must be so before a version goes live. */
@Route("settings/rules")
@RolesAllowed(Role.Is.ADMIN)
class RulesView extends Div implements HasDynamicTitle {

    RulesView(FourEyes fourEyes, CurrentUser user) {
        Checkbox on = new Checkbox(getTranslation("rules.four-eyes"));
        on.setValue(fourEyes.on());
        on.addValueChangeListener(change -> {
            fourEyes.set(change.getValue());
            Notices.done(getTranslation(change.getValue() ? "rules.four-eyes.on" : "rules.four-eyes.off"));
        });
        Div form = new Div(
                new H2(getTranslation("rules.title")), on, new Paragraph(getTranslation("rules.four-eyes.text")));
        form.addClassName("narrow-form");
        add(new PageHead(getTranslation("menu.settings")), new SettingsTabs(user, RulesView.class), form);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.rules") + " - Tillflow";
    }
}
