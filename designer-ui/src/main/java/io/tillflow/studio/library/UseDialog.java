package io.tillflow.studio.library;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.models.Saved;

/** Asks for the name of the model that a template becomes, and says what it shares with the shipped one. */
final class UseDialog extends Dialog {
    private final transient Template template;
    private final transient Copies copies;
    private final TextField name = new TextField();

    UseDialog(Template template, Copies copies) {
        this.template = template;
        this.copies = copies;
        setHeaderTitle(getTranslation("library.use.title", template.name()));
        setWidth("460px");
        name.setLabel(getTranslation("library.use.name"));
        name.setValue(getTranslation("library.use.ours", template.name()));
        name.setMaxLength(80);
        name.setWidthFull();
        name.focus();
        Div note = new Div(new Paragraph(getTranslation("library.use.both", template.name())));
        note.addClassNames("note", "draft");
        Button make = new Button(getTranslation("library.use.make"), click -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.addClickShortcut(Key.ENTER);
        Div body = new Div(name, new Paragraph(getTranslation("library.use.text")));
        body.addClassName("use-body");
        if (!template.starts().isEmpty()) {
            body.add(note);
        }
        add(body);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), make);
    }

    private void make() {
        try {
            switch (copies.make(template, name.getValue(), getTranslation("library.use.comment", template.name()))) {
                case Saved.Version version -> {
                    close();
                    UI.getCurrent().navigate("models/" + version.modelId());
                }
                case Saved.Conflict conflict -> wrong("new.name.taken");
                case Saved.Gone gone -> wrong("new.name.deleted");
                case Saved.Refused(var findings) ->
                    Notices.failed(findings.getFirst().said(getLocale()));
            }
        } catch (IllegalArgumentException unusable) {
            wrong("new.name.letter");
        }
    }

    private void wrong(String key) {
        name.setInvalid(true);
        name.setErrorMessage(getTranslation(key));
    }
}
