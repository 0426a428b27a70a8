package io.tillflow.studio.connectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiPredicate;

/** Takes a secret's value once; it is never shown again. */
class SetSecretDialog extends Dialog {
    private final TextField name = new TextField();
    private final PasswordField value = new PasswordField();
    private final Button ok;

    /** @param known the secret whose value is replaced; empty for a new one */
    SetSecretDialog(String known) {
        boolean fresh = known.isEmpty();
        setHeaderTitle(fresh ? getTranslation("secrets.new") : getTranslation("secrets.rotate.title", known));
        setWidth("440px");
        name.setLabel(getTranslation("secrets.name"));
        name.setHelperText(getTranslation("secrets.name.hint"));
        name.setValue(known);
        name.setReadOnly(!fresh);
        name.setWidthFull();
        value.setLabel(getTranslation("secrets.value"));
        value.setHelperText(getTranslation("secrets.value.hint"));
        value.setWidthFull();
        value.setRevealButtonVisible(false);
        value.getElement().setAttribute("autocomplete", "off");
        ok = new Button(getTranslation(fresh ? "secrets.save" : "secrets.rotate.confirm"));
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(getTranslation("secrets.set.text")), name, value);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }

    /** @param act given name and value; whether it worked */
    SetSecretDialog then(BiPredicate<String, String> act) {
        ok.addClickListener(click -> {
            name.setInvalid(name.getValue().isBlank());
            value.setInvalid(value.getValue().isBlank());
            if (!name.isInvalid()
                    && !value.isInvalid()
                    && act.test(name.getValue().strip(), value.getValue())) {
                close();
            }
        });
        return this;
    }
}
