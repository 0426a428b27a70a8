package io.tillflow.studio.models;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks what the new model is called that a drawing becomes. */
final class SaveAsDialog extends Dialog {
    private final TextField name = new TextField();

    /** {@code leave} lets go of the drawing. */
    SaveAsDialog(Workbench workbench, Model model, String source, Consumer<Runnable> leave) {
        setHeaderTitle(getTranslation("deleted.save-as"));
        setWidth("420px");
        name.setLabel(getTranslation("new.name"));
        name.setMaxLength(80);
        name.setWidthFull();
        name.focus();
        Button keep = new Button(getTranslation("save.save"), click -> {
            switch (workbench.saveAs(model, source, name.getValue())) {
                case Saved.Version(var id, var version, var changed) -> {
                    UI ui = UI.getCurrent();
                    close();
                    leave.accept(() -> ui.navigate("models/" + id));
                }
                case Saved.Conflict conflict -> wrong(getTranslation("new.name.taken"));
                case Saved.Gone gone -> wrong(getTranslation("new.name.deleted"));
                case Saved.Refused(var findings) ->
                    wrong(
                            findings.isEmpty()
                                    ? getTranslation("new.name.letter")
                                    : findings.getFirst().said(getLocale()));
            }
        });
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        keep.addClickShortcut(Key.ENTER);
        add(name, new Paragraph(getTranslation("save.as.text")));
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), keep);
    }

    private void wrong(String why) {
        name.setInvalid(true);
        name.setErrorMessage(why);
    }
}
