package io.tillflow.studio.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import io.tillflow.studio.kit.EmptyState;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** There is no such page, or not for this role. */
@Tag("div")
@PermitAll
@ParentLayout(MainLayout.class)
class MissingView extends Div implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> missing) {
        Anchor home = new Anchor(".", getTranslation("error.home"));
        home.addClassName("link");
        add(new EmptyState("search", getTranslation("error.missing.title"), getTranslation("error.missing"), home));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
