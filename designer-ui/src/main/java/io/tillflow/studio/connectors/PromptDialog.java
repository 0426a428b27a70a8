package io.tillflow.studio.connectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.tillflow.studio.connectors.LanguageModels.Prompt;
import java.util.List;
import java.util.function.Predicate;

/** Every version of a prompt; what is saved is a new one. */
class PromptDialog extends Dialog {
    private final TextArea text = new TextArea();
    private final Button save;

    /** @param versions the newest first */
    PromptDialog(List<Prompt> versions, boolean may) {
        setHeaderTitle(getTranslation("lm.prompt.title", versions.getFirst().name()));
        setWidth("640px");
        Select<Prompt> version = new Select<>();
        version.setLabel(getTranslation("lm.version"));
        version.setItems(versions);
        version.setItemLabelGenerator(
                it -> it.version() == 0 ? getTranslation("lm.shipped") : String.valueOf(it.version()));
        version.addValueChangeListener(change -> text.setValue(change.getValue().text()));
        text.setLabel(getTranslation("lm.prompt.text"));
        text.setWidthFull();
        text.setMinHeight("180px");
        text.setMaxLength(8_000);
        text.setReadOnly(!may);
        version.setValue(versions.getFirst());
        save = new Button(getTranslation("lm.prompt.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setVisible(may);
        add(new Paragraph(getTranslation("lm.prompt.lead")), version, text);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), save);
    }

    /** @param act given the text; whether it worked */
    PromptDialog then(Predicate<String> act) {
        save.addClickListener(click -> {
            text.setInvalid(text.getValue().isBlank());
            if (!text.isInvalid() && act.test(text.getValue())) {
                close();
            }
        });
        return this;
    }
}
