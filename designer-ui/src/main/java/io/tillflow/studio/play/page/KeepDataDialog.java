package io.tillflow.studio.play.page;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks what data to begin with is called. */
final class KeepDataDialog extends Dialog {
    KeepDataDialog(String former, Consumer<String> keep) {
        setHeaderTitle(getTranslation("play.start.title"));
        setWidth("460px");
        TextField name = new TextField(getTranslation("play.start.name"));
        name.setPlaceholder(getTranslation("play.start.hint"));
        name.setValue(former);
        name.setMaxLength(120);
        name.setWidthFull();
        name.focus();
        Button save = new Button(getTranslation("play.start.save"), click -> {
            boolean named = name.getValue().matches("(?s).*[A-Za-z0-9].*");
            name.setInvalid(!named);
            name.setErrorMessage(getTranslation("play.keep.none"));
            if (named) {
                close();
                keep.accept(name.getValue());
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        add(name, new Paragraph(getTranslation("play.start.text")));
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), save);
    }
}
