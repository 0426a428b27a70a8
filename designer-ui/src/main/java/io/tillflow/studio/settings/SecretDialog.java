package io.tillflow.studio.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Shows a secret the one time it can be seen. */
class SecretDialog extends Dialog {
    SecretDialog(String title, String text, String secret) {
        setHeaderTitle(title);
        setWidth("460px");
        setCloseOnOutsideClick(false);
        TextField field = new TextField(getTranslation("secret.label"));
        field.setValue(secret);
        field.setReadOnly(true);
        field.setWidthFull();
        field.addClassName("mono");
        Button copy = new Button(
                getTranslation("secret.copy"),
                click -> click.getSource()
                        .getElement()
                        .executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", secret));
        Button done = new Button(getTranslation("secret.done"), click -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(text), field);
        getFooter().add(copy, done);
    }
}
