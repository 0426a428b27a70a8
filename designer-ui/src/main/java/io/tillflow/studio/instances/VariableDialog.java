package io.tillflow.studio.instances;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.tillflow.engine.history.Facts.Variable;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Changes the value of a variable; what is no JSON cannot be saved. */
final class VariableDialog extends Dialog {

    VariableDialog(Variable variable, Consumer<JsonNode> save) {
        setHeaderTitle(getTranslation("instances.variable.change", variable.name()));
        setWidth("560px");
        TextArea value = new TextArea(getTranslation("instances.variable.value"));
        value.setValue(Json.pretty(variable.value()));
        value.setWidthFull();
        value.setMinHeight("160px");
        value.setHelperText(getTranslation("instances.variable.help"));
        value.setValueChangeMode(ValueChangeMode.EAGER);
        Button apply = new Button(
                getTranslation("instances.variable.save"),
                click -> Json.parse(value.getValue()).ifPresent(it -> {
                    save.accept(it);
                    close();
                }));
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        value.addValueChangeListener(change -> {
            Optional<JsonNode> parsed = Json.parse(change.getValue());
            value.setInvalid(parsed.isEmpty());
            value.setErrorMessage(getTranslation("instances.variable.nojson"));
            apply.setEnabled(parsed.isPresent());
        });
        add(value);
        getFooter().add(new Button(getTranslation("instances.dialog.back"), click -> close()), apply);
    }
}
