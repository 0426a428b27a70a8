package io.tillflow.studio.webhooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import io.tillflow.studio.instances.Pieces;

/** Shows a webhook's new secret; closed, it is never shown again. */
class SecretOnce extends Dialog {
    SecretOnce(Component page, Webhook made) {
        setHeaderTitle(page.getTranslation("webhooks.secret.title", made.id()));
        setWidth("560px");
        setCloseOnOutsideClick(false);
        add(new Paragraph(page.getTranslation("webhooks.secret.text")));
        add(line(page, "webhooks.column.url", made.url()));
        add(line(page, "webhooks.column.secret", String.valueOf(made.secret())));
        Button ok = new Button(page.getTranslation("webhooks.secret.ok"), click -> close());
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(ok);
    }

    private static Div line(Component page, String key, String value) {
        Pre text = new Pre(value);
        text.addClassNames("mono", "payload");
        text.getElement().setAttribute("tabindex", "0");
        Div line = new Div(Pieces.block(page.getTranslation(key), "meta"), text);
        line.addClassName("ahead");
        return line;
    }
}
