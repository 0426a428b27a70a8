package io.tillflow.studio.instances;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import io.tillflow.engine.history.Facts.Variable;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Asks for a JSON object; what is none cannot be sent. */
final class JsonDialog extends Dialog {

    private final TextArea text;

    /**
     * Prepares it.
     *
     * @param words the first part of the keys of its label, help and button
     * @param optional whether an empty field means an empty object
     */
    JsonDialog(String title, String words, boolean optional, Consumer<ObjectNode> done) {
        setHeaderTitle(title);
        setWidth("520px");
        text = new TextArea(getTranslation(words + ".label"));
        text.setHelperText(getTranslation(words + ".help"));
        text.setErrorMessage(getTranslation("instances.correct.noobject"));
        text.setWidthFull();
        text.setMinHeight("120px");
        Button apply = new Button(getTranslation(words + ".do"), click -> {
            String written = optional && text.isEmpty() ? "{}" : text.getValue();
            Json.parse(written)
                    .filter(ObjectNode.class::isInstance)
                    .map(ObjectNode.class::cast)
                    .filter(it -> optional || !it.isEmpty())
                    .ifPresentOrElse(
                            it -> {
                                done.accept(it);
                                close();
                            },
                            () -> text.setInvalid(true));
        });
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        add(text);
        getFooter().add(new Button(getTranslation("instances.dialog.back"), click -> close()), apply);
    }

    /** Lets one begin with what variables are now instead of from memory. */
    JsonDialog offering(List<Variable> present) {
        ComboBox<Variable> take = new ComboBox<>(getTranslation("instances.correct.take"), present);
        take.setItemLabelGenerator(Variable::name);
        take.setWidthFull();
        take.addValueChangeListener(change -> {
            Variable chosen = change.getValue();
            if (chosen != null) {
                text.setValue(Json.pretty(Json.with(text.getValue(), chosen.name(), chosen.value())));
                text.setInvalid(false);
                take.clear();
                text.focus();
            }
        });
        addComponentAsFirst(take);
        return this;
    }
}
