package io.tillflow.studio.connectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiPredicate;

/** Takes an address that no letter shall go to any more, and why. */
class SuppressDialog extends Dialog {
    private final EmailField address = new EmailField();
    private final TextField reason = new TextField();
    private final Button ok;

    SuppressDialog() {
        setHeaderTitle(getTranslation("letters.suppress.title"));
        setWidth("440px");
        address.setLabel(getTranslation("letters.address"));
        address.setErrorMessage(getTranslation("letters.address.wrong"));
        address.setWidthFull();
        reason.setLabel(getTranslation("letters.reason"));
        reason.setMaxLength(200);
        reason.setErrorMessage(getTranslation("connectors.needed"));
        reason.setWidthFull();
        ok = new Button(getTranslation("letters.suppress.confirm"));
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(getTranslation("letters.suppress.text")), address, reason);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), ok);
    }

    /** @param act given address and reason; whether it worked */
    SuppressDialog then(BiPredicate<String, String> act) {
        ok.addClickListener(click -> {
            address.setInvalid(!address.getValue().contains("@"));
            reason.setInvalid(reason.getValue().isBlank());
            if (!address.isInvalid()
                    && !reason.isInvalid()
                    && act.test(address.getValue().strip(), reason.getValue().strip())) {
                close();
            }
        });
        return this;
    }
}
