package io.tillflow.studio.connectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouterLink;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;

/** The pages about connectors, as far as the user's roles go. */
class ConnectorsTabs extends Nav {
    ConnectorsTabs(CurrentUser user, Class<? extends Component> here) {
        addClassNames("tabs", "settings-tabs");
        setAriaLabel(getTranslation("menu.connectors"));
        tab("connectors.overview", ConnectorsView.class, here);
        tab("exports.title", ExportsView.class, here);
        tab("letters.title", LettersView.class, here);
        tab("lm.title", LanguageModelsView.class, here);
        if (user.has(Role.ANALYST)) {
            tab("connectors.rehearse", RehearsalView.class, here);
        }
        if (user.has(Role.ADMIN)) {
            tab("connectors.secrets", SecretsView.class, here);
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
