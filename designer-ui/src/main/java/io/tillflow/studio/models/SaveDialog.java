package io.tillflow.studio.models;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks what changed before a version is kept for good, or makes another model of it. */
class SaveDialog extends Dialog {
    SaveDialog(Model model, Consumer<String> save, Runnable saveAs) {
        setHeaderTitle(getTranslation("save.title", model.version() + 1));
        setWidth("420px");
        TextField comment = new TextField(getTranslation("save.comment"));
        comment.setPlaceholder(getTranslation("save.comment.hint"));
        comment.setMaxLength(500);
        comment.setWidthFull();
        comment.focus();
        Button keep = new Button(getTranslation("save.save"), click -> {
            close();
            save.accept(comment.getValue());
        });
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        keep.addClickShortcut(Key.ENTER);
        add(comment, new Paragraph(getTranslation("save.text")));
        Button other = new Button(getTranslation("save.as"), click -> {
            close();
            saveAs.run();
        });
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), other, keep);
    }
}
