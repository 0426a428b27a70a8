package io.tillflow.studio.automations;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/** What begins processes, page by page. */
public class AutomationTabs extends Nav {
    /** @param here the address of the page they stand on */
    public AutomationTabs(String here) {
        addClassNames("tabs", "settings-tabs");
        setAriaLabel(getTranslation("menu.automations"));
        tab("automations.tab", "automations", here);
        tab("schedules.tab", "automations/schedules", here);
        tab("patterns.tab", "automations/patterns", here);
        tab("webhooks.tab", "automations/webhooks", here);
        tab("letterboxes.tab", "automations/letterboxes", here);
    }

    private void tab(String key, String address, String here) {
        Anchor link = new Anchor(address, getTranslation(key));
        link.getElement().setAttribute("router-link", true);
        if (address.equals(here)) {
            link.addClassName("on");
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
    }
}
