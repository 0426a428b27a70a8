package io.tillflow.studio.intelligence;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;

/** The pages about learning from the past, as far as the user's roles go. */
public class IntelligenceTabs extends Nav {
    public IntelligenceTabs(CurrentUser user, String here) {
        addClassNames("tabs", "settings-tabs");
        setAriaLabel(getTranslation("menu.intelligence"));
        tab("intelligence.models", "intelligence", here);
        if (user.has(Role.ANALYST)) {
            tab("tuning.title", "intelligence/bounds", here);
        }
    }

    private void tab(String key, String route, String here) {
        Anchor link = new Anchor(route, getTranslation(key));
        link.setRouterIgnore(false);
        if (route.equals(here)) {
            link.addClassName("on");
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
    }
}
