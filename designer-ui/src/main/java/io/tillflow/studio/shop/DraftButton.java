package io.tillflow.studio.shop;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.kit.Icon;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins an order for somebody and opens it. */
class DraftButton extends NativeButton {
    private final UUID id = UUID.randomUUID();

    /** @param customer whose last address it begins with; null for nobody known */
    DraftButton(DraftDesk desk, @Nullable String customer) {
        addClassName("btn");
        getElement().setAttribute("type", "button");
        add(new Icon("plus"), new Span(getTranslation("shop.draft.new")));
        addClickListener(click -> {
            if (Attempt.of(
                    this,
                    () -> desk.begin(id, customer, getLocale().getLanguage().equals("de") ? "de" : "en"),
                    getTranslation("shop.draft.begun"))) {
                UI.getCurrent().navigate(DraftView.class, new RouteParameters("id", id.toString()));
            }
        });
    }
}
