package io.tillflow.studio.models;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.tillflow.studio.kit.PageHead;
import jakarta.annotation.security.PermitAll;

@Route("models")
@Menu(order = 30, title = "menu.models", icon = "flow")
@PermitAll
class ModelsView extends Div implements HasDynamicTitle {
    ModelsView() {
        add(new PageHead(getTranslation("menu.models")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.models") + " - Tillflow";
    }
}
