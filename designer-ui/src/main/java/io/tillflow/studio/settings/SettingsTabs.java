package io.tillflow.studio.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;

/** The pages of the settings; an administrator has more of them. */
class SettingsTabs extends Nav {
    SettingsTabs(CurrentUser user, Class<? extends Component> here) {
        addClassNames("tabs", "settings-tabs");
        setAriaLabel(getTranslation("menu.settings"));
        tab("settings.account", AccountView.class, here);
        tab("settings.tokens", TokensView.class, here);
        if (user.has(Role.ADMIN)) {
            tab("settings.people", PeopleView.class, here);
            tab("settings.rules", RulesView.class, here);
            tab("settings.audit", AuditView.class, here);
        }
    }

    private void tab(String key, Class<? extends Component> view, Class<? extends Component> here) {
        RouterLink link = new RouterLink(getTranslation(key), view);
        if (view == here) {
            link.addClassName("on");
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
    }
}
