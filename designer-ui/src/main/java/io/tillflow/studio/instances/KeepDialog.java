package io.tillflow.studio.instances;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks under which name a filter is kept. */
final class KeepDialog extends Dialog {

    private static final int LONGEST = 60;

    KeepDialog(Consumer<String> keep) {
        setHeaderTitle(getTranslation("instances.keep.title"));
        TextField name = new TextField(getTranslation("instances.keep.name"));
        name.setMaxLength(LONGEST);
        name.setRequired(true);
        name.setWidthFull();
        name.focus();
        Button save = new Button(getTranslation("instances.keep.do"), click -> {
            name.setInvalid(name.getValue().isBlank());
            if (!name.isInvalid()) {
                keep.accept(name.getValue());
                close();
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        add(name);
        getFooter().add(new Button(getTranslation("instances.dialog.back"), click -> close()), save);
    }
}
